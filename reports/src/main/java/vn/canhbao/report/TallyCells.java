package vn.canhbao.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.statistics.FailureReason;

/**
 * A period's kept tallies: of every wave that began in it, without the replies that the system sends by itself. The
 * message table is not read.
 */
@Repository
class TallyCells {

    /** The waves of a period. */
    static final String WAVES = """
            SELECT w.id FROM wave w JOIN campaign c ON c.id = w.campaign_id
            WHERE w.started_at >= :from AND w.started_at < :to AND NOT c.automatic AND c.test_of IS NULL
            """;

    private static final String UNITS = """
            SELECT t.unit_id, u.name, t.operator_code, %s, SUM(t.handed_over) AS handed_over, SUM(t.segments) AS segments
            FROM statistics_unit t LEFT JOIN unit u ON u.id = t.unit_id
            WHERE t.wave_id IN (%%s)
            GROUP BY t.unit_id, u.name, t.operator_code
            """.formatted(Arrays.stream(MessageStatus.values())
            .map(status -> "SUM(t.%1$s) AS %1$s".formatted(column(status)))
            .collect(Collectors.joining(", ")));

    private static final String NO_UNIT = "Không thuộc đơn vị nào";
    private static final String GONE_UNIT = "Đơn vị không còn";

    private final JdbcClient jdbc;
    private final SegmentPrices prices;

    TallyCells(JdbcClient jdbc, SegmentPrices prices) {
        this.jdbc = jdbc;
        this.prices = prices;
    }

    /** A wave that began in the period. */
    record SentWave(long id, long campaign, int position, Instant startedAt) {}

    /** Messages of a wave and operator that are alike. */
    record Cell(SentWave wave, String operator, FailureReason reason, Figures figures) {}

    /** Messages of a unit. */
    record UnitCell(String unit, Figures figures) {}

    /** Messages of a wave and operator with a time in one bucket, see {@link vn.canhbao.core.statistics.DeliveryTimes}. */
    record Timed(SentWave wave, String operator, int bucket, long messages) {}

    /** Acknowledged messages of a wave, operator and unit. */
    record Acknowledged(SentWave wave, String operator, String unit, long messages) {}

    List<SentWave> waves(ReportPeriod period) {
        return over(period.start(), period.end(), """
                SELECT id, campaign_id, position, started_at FROM wave WHERE id IN (%s) ORDER BY started_at, id
                """)
                .query((row, n) -> new SentWave(
                        row.getLong("id"),
                        row.getLong("campaign_id"),
                        row.getInt("position"),
                        Utc.instant(row, "started_at")))
                .list();
    }

    List<Cell> cells(ReportPeriod period, Map<Long, SentWave> waves) {
        SegmentPrices.Known known = prices.read();
        return over(period.start(), period.end(), """
                SELECT t.wave_id, t.operator_code, o.display_name, t.status, t.reason, SUM(t.messages) AS messages,
                    SUM(t.submitted) AS submitted, SUM(t.segments) AS segments
                FROM statistics_tally t LEFT JOIN operator o ON o.code = t.operator_code
                WHERE t.wave_id IN (%s)
                GROUP BY t.wave_id, t.operator_code, o.display_name, t.status, t.reason
                """)
                .query((row, n) -> {
                    SentWave wave = waves.get(row.getLong("wave_id"));
                    String operator = row.getString("operator_code");
                    String reason = row.getString("reason");
                    return new Cell(
                            wave,
                            named(row.getString("display_name"), operator),
                            reason.isEmpty() ? null : FailureReason.valueOf(reason),
                            Figures.of(
                                    MessageStatus.valueOf(row.getString("status")),
                                    row.getLong("messages"),
                                    row.getLong("submitted"),
                                    row.getLong("segments"),
                                    known.at(wave.startedAt(), operator)));
                })
                .list();
    }

    List<UnitCell> units(ReportPeriod period) {
        SegmentPrices.Known known = prices.read();
        List<UnitCell> units = new ArrayList<>();
        for (SegmentPrices.Span span : known.spans(period)) {
            over(span.start(), span.end(), UNITS).query(row -> {
                units.add(new UnitCell(
                        unit(row.getLong("unit_id"), row.getString("name")),
                        figures(row, known.at(span.start(), row.getString("operator_code")))));
            });
        }
        return units;
    }

    List<Timed> times(ReportPeriod period, Map<Long, SentWave> waves) {
        return over(period.start(), period.end(), """
                SELECT t.wave_id, t.operator_code, o.display_name, t.bucket, t.messages
                FROM statistics_time t LEFT JOIN operator o ON o.code = t.operator_code WHERE t.wave_id IN (%s)
                """)
                .query((row, n) -> new Timed(
                        waves.get(row.getLong("wave_id")),
                        named(row.getString("display_name"), row.getString("operator_code")),
                        row.getInt("bucket"),
                        row.getLong("messages")))
                .list();
    }

    List<Acknowledged> acknowledged(ReportPeriod period, Map<Long, SentWave> waves) {
        return over(period.start(), period.end(), """
                SELECT a.wave_id, a.operator_code, o.display_name, a.unit_id, u.name, a.messages
                FROM statistics_acknowledged a
                LEFT JOIN operator o ON o.code = a.operator_code LEFT JOIN unit u ON u.id = a.unit_id
                WHERE a.wave_id IN (%s)
                """)
                .query((row, n) -> new Acknowledged(
                        waves.get(row.getLong("wave_id")),
                        named(row.getString("display_name"), row.getString("operator_code")),
                        unit(row.getLong("unit_id"), row.getString("name")),
                        row.getLong("messages")))
                .list();
    }

    /** Since when a wave of the period has not been counted, {@code now} where none moves. */
    Instant asOf(ReportPeriod period, Instant now) {
        return over(period.start(), period.end(), """
                SELECT MIN(COALESCE(s.counted_at, w.started_at)) AS as_of
                FROM wave w LEFT JOIN statistics_wave s ON s.wave_id = w.id
                WHERE w.id IN (%s) AND (s.phase IS NULL OR s.phase = 'MOVING')
                """)
                .query((row, n) -> java.util.Optional.ofNullable(Utc.instant(row, "as_of")))
                .single()
                .orElse(now);
    }

    static Map<Long, SentWave> byId(List<SentWave> waves) {
        Map<Long, SentWave> byId = new HashMap<>();
        waves.forEach(wave -> byId.put(wave.id(), wave));
        return byId;
    }

    private static Figures figures(ResultSet row, BigDecimal price) throws SQLException {
        Figures sum =
                Figures.of(MessageStatus.DELIVERED, 0, row.getLong("handed_over"), row.getLong("segments"), price);
        for (MessageStatus status : MessageStatus.values()) {
            sum = sum.plus(Figures.of(status, row.getLong(column(status)), 0, 0, BigDecimal.ZERO));
        }
        return sum;
    }

    private static String column(MessageStatus status) {
        return status.name().toLowerCase(Locale.ROOT) + "_messages";
    }

    private JdbcClient.StatementSpec over(Instant from, Instant to, String sql) {
        return jdbc.sql(sql.formatted(WAVES)).param("from", Utc.column(from)).param("to", Utc.column(to));
    }

    private static String named(String name, String code) {
        return name == null ? code : name;
    }

    private static String unit(long id, String name) {
        if (id == 0) {
            return NO_UNIT;
        }
        return name == null ? GONE_UNIT : name;
    }
}
