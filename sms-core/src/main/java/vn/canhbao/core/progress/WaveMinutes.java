package vn.canhbao.core.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.Tallies;

/** The counts of waves by the minute. */
@Repository
public class WaveMinutes {

    /** A week of minutes; what is older is not drawn. */
    private static final int MOST_ROWS = 10_080;

    private static final Duration STANDS_AFTER = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    public WaveMinutes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a count as that of this minute; a minute in which nothing moved gets no row of its own. */
    public void keep(long waveId, Tallies figures) {
        Instant now = clock.instant();
        WaveMinute counted = WaveMinute.of(figures, now.truncatedTo(ChronoUnit.MINUTES), now);
        List<WaveMinute> last = latest(waveId, 1);
        if (!last.isEmpty() && last.getFirst().sameFigures(counted)) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO wave_minute (wave_id, at_minute, counted_at, planned, pending, submitted, delivered, failed,
                            unclear, left_out, segments)
                        VALUES (:wave, :minute, :now, :planned, :pending, :submitted, :delivered, :failed, :unclear, :leftOut,
                            :segments)
                        ON DUPLICATE KEY UPDATE counted_at = :now, planned = :planned, pending = :pending,
                            submitted = :submitted, delivered = :delivered, failed = :failed, unclear = :unclear,
                            left_out = :leftOut, segments = :segments
                        """)
                .param("wave", waveId)
                .param("minute", Utc.column(counted.minute()))
                .param("now", Utc.column(now))
                .param("planned", counted.planned())
                .param("pending", counted.pending())
                .param("submitted", counted.submitted())
                .param("delivered", counted.delivered())
                .param("failed", counted.failed())
                .param("unclear", counted.unclear())
                .param("leftOut", counted.leftOut())
                .param("segments", counted.segments())
                .update();
    }

    /** The wave as counted last, with its pace; empty before its first count. */
    public Optional<WavePace> pace(Wave wave) {
        List<WaveMinute> two = latest(wave.id(), 2);
        if (two.isEmpty()) {
            return Optional.empty();
        }
        WaveMinute now = two.getFirst();
        // Without news for so long nothing moves any more.
        boolean stands = now.countedAt().isBefore(clock.instant().minus(STANDS_AFTER));
        return Optional.of(
                stands
                        ? new WavePace(now, 0, null)
                        : WavePace.between(two.size() == 2 ? two.getLast() : null, now, wave.startedAt()));
    }

    /**
     * All waves of a campaign together, minute by minute.
     *
     * @param most how many points at most: where there are more, some are left out, never the last
     */
    public List<WaveMinute> ofCampaign(long campaignId, int most) {
        Map<Instant, WaveMinute> sums = new LinkedHashMap<>();
        Map<Long, WaveMinute> standing = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT m.* FROM wave_minute m JOIN wave w ON w.id = m.wave_id
                        WHERE w.campaign_id = ? ORDER BY m.at_minute, m.wave_id LIMIT ?
                        """)
                .params(campaignId, MOST_ROWS)
                .query((row, n) -> Map.entry(row.getLong("wave_id"), minute(row)))
                .list()
                .forEach(counted -> {
                    standing.put(counted.getKey(), counted.getValue());
                    Instant minute = counted.getValue().minute();
                    sums.put(
                            minute,
                            standing.values().stream()
                                    .reduce(WaveMinute::plus)
                                    .orElseThrow()
                                    .at(minute));
                });
        return thinned(List.copyOf(sums.values()), most);
    }

    /** Campaigns whose validity ended after that and that did not reach everybody, the newest first. */
    public List<NotReached> notReached(Instant validAfter, int most) {
        return jdbc.sql("""
                        SELECT c.id, c.name, SUM(m.failed) - COALESCE(MAX(again.people), 0) AS failed, SUM(m.unclear) AS unclear
                        FROM wave w
                        JOIN campaign c ON c.id = w.campaign_id
                        JOIN wave_minute m ON m.wave_id = w.id
                            AND m.at_minute = (SELECT MAX(l.at_minute) FROM wave_minute l WHERE l.wave_id = w.id)
                        LEFT JOIN (SELECT rw.campaign_id, SUM(r.people) AS people FROM retry r JOIN wave rw ON rw.id = r.wave_id
                            GROUP BY rw.campaign_id) again ON again.campaign_id = c.id
                        WHERE w.expires_at > ? AND NOT c.automatic AND NOT c.exercise AND c.test_of IS NULL
                        GROUP BY c.id, c.name
                        HAVING SUM(m.failed) - COALESCE(MAX(again.people), 0) > 0 OR SUM(m.unclear) > 0
                        ORDER BY c.id DESC LIMIT ?
                        """)
                .params(Utc.column(validAfter), most)
                .query((row, n) -> new NotReached(
                        row.getLong("id"),
                        row.getString("name"),
                        Math.max(0, row.getLong("failed")),
                        row.getLong("unclear")))
                .list();
    }

    private static List<WaveMinute> thinned(List<WaveMinute> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<WaveMinute> some = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            some.add(all.get((int) ((long) i * (all.size() - 1) / (most - 1))));
        }
        return some;
    }

    private List<WaveMinute> latest(long waveId, int count) {
        return jdbc.sql("SELECT * FROM wave_minute WHERE wave_id = ? ORDER BY at_minute DESC LIMIT ?")
                .params(waveId, count)
                .query((row, n) -> minute(row))
                .list();
    }

    private static WaveMinute minute(ResultSet row) throws SQLException {
        return new WaveMinute(
                Utc.instant(row, "at_minute"),
                Utc.instant(row, "counted_at"),
                row.getLong("planned"),
                row.getLong("pending"),
                row.getLong("submitted"),
                row.getLong("delivered"),
                row.getLong("failed"),
                row.getLong("unclear"),
                row.getLong("left_out"),
                row.getLong("segments"));
    }
}
