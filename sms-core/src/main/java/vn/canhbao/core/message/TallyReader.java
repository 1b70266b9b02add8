package vn.canhbao.core.message;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Counts messages by state; every figure comes from the index (wave_id, status, operator_code, segments) alone. */
@Repository
public class TallyReader {

    private static final String COUNTS = """
            SELECT operator_code, status, COUNT(*) AS messages, SUM(segments) AS segments
            FROM message
            WHERE wave_id IN (SELECT id FROM wave WHERE %s = :id)
            GROUP BY operator_code, status
            """;

    private final NamedParameterJdbcTemplate jdbc;

    public TallyReader(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Tallies ofCampaign(long id) {
        return total(count("campaign_id", id));
    }

    public Tallies ofWave(long id) {
        return total(count("id", id));
    }

    /** By operator code. */
    public List<OperatorTally> byOperator(long campaignId) {
        Map<String, Counted> counted = count("campaign_id", campaignId);
        Map<String, double[]> times = secondsToReceipt(campaignId);
        return counted.entrySet().stream()
                .map(entry -> {
                    double[] seconds = times.get(entry.getKey());
                    return new OperatorTally(
                            entry.getKey(),
                            entry.getValue().tallies(),
                            seconds == null ? null : seconds[0],
                            seconds == null ? null : seconds[1]);
                })
                .toList();
    }

    private Map<String, Counted> count(String column, long id) {
        Map<String, Counted> byOperator = new TreeMap<>();
        jdbc.query(COUNTS.formatted(column), new MapSqlParameterSource("id", id), row -> {
            byOperator
                    .computeIfAbsent(row.getString("operator_code"), code -> new Counted())
                    .add(
                            MessageStatus.valueOf(row.getString("status")),
                            row.getLong("messages"),
                            row.getLong("segments"));
        });
        return byOperator;
    }

    private static Tallies total(Map<String, Counted> byOperator) {
        Counted total = new Counted();
        byOperator.values().forEach(total::add);
        return total.tallies();
    }

    private Map<String, double[]> secondsToReceipt(long campaignId) {
        Map<String, double[]> times = new HashMap<>();
        jdbc.query("""
                SELECT operator_code, AVG(millis) / 1000 AS mean, MIN(CASE WHEN share >= 0.95 THEN millis END) / 1000.0 AS p95
                FROM (
                    SELECT operator_code, millis, CUME_DIST() OVER (PARTITION BY operator_code ORDER BY millis) AS share
                    FROM (
                        SELECT operator_code, TIMESTAMPDIFF(MICROSECOND, submitted_at, final_at) / 1000.0 AS millis
                        FROM message
                        WHERE wave_id IN (SELECT id FROM wave WHERE campaign_id = :id) AND status = 'DELIVERED'
                            AND submitted_at IS NOT NULL) delivered) ranked
                GROUP BY operator_code
                """, new MapSqlParameterSource("id", campaignId), row -> {
            times.put(row.getString("operator_code"), new double[] {row.getDouble("mean"), row.getDouble("p95")});
        });
        return times;
    }

    private static final class Counted {

        private final Map<MessageStatus, Long> counts = new EnumMap<>(MessageStatus.class);
        private long segments;

        void add(MessageStatus status, long messages, long segmentsOfThem) {
            counts.merge(status, messages, Long::sum);
            if (status != MessageStatus.SUPPRESSED && status != MessageStatus.CANCELLED) {
                segments += segmentsOfThem;
            }
        }

        void add(Counted other) {
            other.counts.forEach((status, messages) -> counts.merge(status, messages, Long::sum));
            segments += other.segments;
        }

        Tallies tallies() {
            return Tallies.of(counts, segments);
        }
    }
}
