package vn.canhbao.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.message.MessageStatus;

/**
 * A wave's figures by operator and name, once as they are kept and once as the database counts them from the messages: in
 * statements of their own, not with {@link MessageCounter}, whose mistakes they would share.
 */
@Repository
class WaveFigures {

    private static final Set<String> STATES =
            Arrays.stream(MessageStatus.values()).map(Enum::name).collect(Collectors.toSet());

    private static final String BY_UNIT = "SELECT operator_code, SUM("
            + Arrays.stream(MessageStatus.values()).map(TallyRows::column).collect(Collectors.joining(" + "))
            + ") AS messages FROM statistics_unit WHERE wave_id = ? GROUP BY operator_code";

    private final JdbcClient jdbc;
    private final KeptTallies tallies;

    WaveFigures(JdbcClient jdbc, KeptTallies tallies) {
        this.jdbc = jdbc;
        this.tallies = tallies;
    }

    Map<Name, Long> kept(long wave) {
        Map<Name, Long> figures = new TreeMap<>();
        read(figures, wave, """
                SELECT operator_code, status AS figure, SUM(messages) AS messages, SUM(submitted) AS submitted,
                    SUM(segments) AS segments
                FROM statistics_tally WHERE wave_id = ? GROUP BY operator_code, status
                """);
        jdbc.sql("""
                SELECT operator_code, reason, SUM(messages) AS messages FROM statistics_tally
                WHERE wave_id = ? AND reason <> '' GROUP BY operator_code, reason
                """).param(wave).query(row -> {
            add(figures, row.getString("operator_code"), row.getString("reason"), row.getLong("messages"));
        });
        jdbc.sql(
                        "SELECT operator_code, SUM(messages) AS messages FROM statistics_time WHERE wave_id = ? GROUP BY operator_code")
                .param(wave)
                .query(row -> {
                    add(figures, row.getString("operator_code"), "timed", row.getLong("messages"));
                });
        jdbc.sql(BY_UNIT).param(wave).query(row -> {
            add(figures, row.getString("operator_code"), "messages by unit", row.getLong("messages"));
        });
        for (String people : List.of("planned", "confirmed")) {
            tallies.people(people, List.of(wave))
                    .forEach(ids -> add(figures, "", people + " people", ids.getLongCardinality()));
        }
        return figures;
    }

    Map<Name, Long> counted(long wave) {
        Map<Name, Long> figures = new TreeMap<>();
        read(figures, wave, """
                SELECT operator_code, status AS figure, COUNT(*) AS messages,
                    SUM(CASE WHEN submitted_at IS NULL THEN 0 ELSE 1 END) AS submitted,
                    SUM(CASE WHEN submitted_at IS NULL THEN 0 ELSE segments END) AS segments
                FROM message WHERE wave_id = ? GROUP BY operator_code, status
                """);
        Map.copyOf(figures).forEach((name, messages) -> {
            if (isStatus(name)) {
                add(figures, name.operator(), "messages by unit", messages);
            }
        });
        jdbc.sql(FailedMessages.COUNTED).param(wave).query(row -> {
            add(
                    figures,
                    row.getString("operator_code"),
                    FailedMessages.reason(row).name(),
                    row.getLong("messages"));
        });
        jdbc.sql("""
                SELECT operator_code, COUNT(*) AS messages FROM message
                WHERE wave_id = ? AND status = 'DELIVERED' AND submitted_at IS NOT NULL AND final_at IS NOT NULL
                GROUP BY operator_code
                """).param(wave).query(row -> {
            add(figures, row.getString("operator_code"), "timed", row.getLong("messages"));
        });
        jdbc.sql("""
                SELECT COUNT(DISTINCT recipient_id) AS planned,
                    COUNT(DISTINCT CASE WHEN status = 'DELIVERED' THEN recipient_id END) AS confirmed
                FROM message WHERE wave_id = ?
                """).param(wave).query(row -> {
            add(figures, "", "planned people", row.getLong("planned"));
            add(figures, "", "confirmed people", row.getLong("confirmed"));
        });
        return figures;
    }

    static List<Difference> differences(MovingWave wave, Map<Name, Long> kept, Map<Name, Long> counted) {
        TreeSet<Name> names = new TreeSet<>(kept.keySet());
        names.addAll(counted.keySet());
        List<Difference> differences = new ArrayList<>();
        for (Name name : names) {
            long before = kept.getOrDefault(name, 0L);
            long now = counted.getOrDefault(name, 0L);
            if (before != now) {
                differences.add(
                        new Difference(wave.campaign(), wave.id(), name.operator(), name.figure(), before, now));
            }
        }
        return differences;
    }

    static boolean isStatus(Name name) {
        return STATES.contains(name.figure());
    }

    private void read(Map<Name, Long> figures, long wave, String sql) {
        jdbc.sql(sql).param(wave).query(row -> {
            String operator = row.getString("operator_code");
            add(figures, operator, row.getString("figure"), row.getLong("messages"));
            add(figures, operator, "submitted", row.getLong("submitted"));
            add(figures, operator, "segments", row.getLong("segments"));
        });
    }

    private static void add(Map<Name, Long> figures, String operator, String figure, long value) {
        figures.merge(new Name(operator, figure), value, Long::sum);
    }

    record Name(String operator, String figure) implements Comparable<Name> {

        @Override
        public int compareTo(Name other) {
            int byOperator = operator.compareTo(other.operator);
            return byOperator != 0 ? byOperator : figure.compareTo(other.figure);
        }
    }
}
