package vn.canhbao.core.confirmation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.db.Utc;

/** Counts campaigns by unit: while they run, and for a week after, as answers and receipts still come. */
@Repository
public class UnitCounts {

    private static final Duration AFTERMATH = Duration.ofDays(7);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    // A count takes no more than a twentieth of a connection's time.
    private static final int PAUSE_FACTOR = 19;
    // A server that dies while it counts leaves the campaign to the others after this.
    private static final Duration GIVEN_UP = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Confirmations confirmations;
    private final TransactionOperations transaction;
    private final Clock clock;

    public UnitCounts(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Confirmations confirmations,
            TransactionOperations transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.confirmations = confirmations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Counts every campaign whose time has come and that no other server counts. */
    public void countDue() {
        for (long campaign : due()) {
            if (take(campaign)) {
                count(campaign);
            }
        }
    }

    private List<Long> due() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT c.id FROM campaign c LEFT JOIN unit_count n ON n.campaign_id = c.id
                        WHERE c.status IN ('RUNNING', 'PAUSED', 'FINISHED', 'CANCELLED') AND c.test_of IS NULL AND NOT c.automatic
                            AND (n.campaign_id IS NULL
                                OR (n.next_at <= :now AND (n.counted_at IS NULL OR c.finished_at IS NULL OR c.finished_at > :since)))
                            AND EXISTS (SELECT 1 FROM wave w WHERE w.campaign_id = c.id AND w.started_at IS NOT NULL)
                        ORDER BY c.id DESC
                        """)
                .param("now", Utc.column(now))
                .param("since", Utc.column(now.minus(AFTERMATH)))
                .query(Long.class)
                .list();
    }

    private boolean take(long campaign) {
        Instant now = clock.instant();
        return jdbc.sql("INSERT IGNORE INTO unit_count (campaign_id, next_at) VALUES (?, ?)")
                                .params(campaign, Utc.column(now.plus(GIVEN_UP)))
                                .update()
                        == 1
                || jdbc.sql("UPDATE unit_count SET next_at = ? WHERE campaign_id = ? AND next_at <= ?")
                                .params(Utc.column(now.plus(GIVEN_UP)), campaign, Utc.column(now))
                                .update()
                        == 1;
    }

    private void count(long campaign) {
        Instant from = clock.instant();
        // Read before the transaction: nobody waits for it.
        List<Object[]> tallies = read(campaign);
        Instant now = clock.instant();
        Duration took = Duration.between(from, now);
        Duration pause = took.multipliedBy(PAUSE_FACTOR);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM unit_tally WHERE campaign_id = ?")
                    .param(campaign)
                    .update();
            batches.batchUpdate(
                    "INSERT INTO unit_tally (campaign_id, unit_id, people, delivered, confirmed, late, not_confirmed, unreachable) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    tallies);
            jdbc.sql("""
                            UPDATE unit_count SET counted_at = :counted, next_at = :next,
                                sent_at = (SELECT MIN(started_at) FROM wave WHERE campaign_id = :campaign),
                                asks_answer = CASE WHEN EXISTS (SELECT 1 FROM escalation WHERE campaign_id = :campaign)
                                    OR EXISTS (SELECT 1 FROM acknowledgement WHERE campaign_id = :campaign) THEN TRUE ELSE FALSE END
                            WHERE campaign_id = :campaign
                            """)
                    .param("counted", Utc.column(from))
                    .param("next", Utc.column(now.plus(pause.compareTo(SHORTEST) > 0 ? pause : SHORTEST)))
                    .param("campaign", campaign)
                    .update();
        });
    }

    private List<Object[]> read(long campaign) {
        return jdbc.sql("""
                        SELECT COALESCE(r.unit_id, 0) AS unit_id, COUNT(*) AS people, SUM(p.delivered) AS delivered,
                            SUM(CASE WHEN p.state = 'CONFIRMED' THEN 1 ELSE 0 END) AS confirmed,
                            SUM(CASE WHEN p.state = 'LATE' THEN 1 ELSE 0 END) AS late,
                            SUM(CASE WHEN p.state = 'NOT_CONFIRMED' THEN 1 ELSE 0 END) AS not_confirmed,
                            SUM(CASE WHEN p.state = 'UNREACHABLE' THEN 1 ELSE 0 END) AS unreachable
                        FROM (%s) p LEFT JOIN recipient r ON r.id = p.recipient_id
                        GROUP BY COALESCE(r.unit_id, 0)
                        """.formatted(Confirmations.people("")))
                .param("campaign", campaign)
                .param("waves", confirmations.waves(campaign))
                .param("after", confirmations.secondsToAnswer(campaign))
                .query((row, n) -> tally(campaign, row))
                .list();
    }

    private static Object[] tally(long campaign, ResultSet row) throws SQLException {
        return new Object[] {
            campaign,
            row.getLong("unit_id"),
            row.getLong("people"),
            row.getLong("delivered"),
            row.getLong("confirmed"),
            row.getLong("late"),
            row.getLong("not_confirmed"),
            row.getLong("unreachable")
        };
    }
}
