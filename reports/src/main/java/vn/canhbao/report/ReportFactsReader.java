package vn.canhbao.report;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.report.ReportFacts.Before;
import vn.canhbao.report.ReportFacts.FailureCount;
import vn.canhbao.report.ReportFacts.Row;
import vn.canhbao.report.ReportFacts.SentCampaign;

/**
 * Counts a period from the message table: the messages of every wave that began in it. All tables of a report come from
 * one statement and one snapshot, so that they add up to the same total while messages move.
 */
@Repository
public class ReportFactsReader {

    private static final String NO_UNIT = "Không thuộc đơn vị nào";
    private static final Map<String, String> CLASSES =
            Map.of("CANH_BAO", "Cảnh báo", "TUYEN_TRUYEN", "Tuyên truyền", "DIEU_HANH", "Điều hành");

    /** The waves of a period; replies that the system sends by itself are no warnings. */
    private static final String WAVES = """
            SELECT w.id FROM wave w JOIN campaign c ON c.id = w.campaign_id
            WHERE w.started_at >= :from AND w.started_at < :to AND NOT c.automatic
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final OfficeSettings office;
    private final ReportedBroadcasts broadcasts;
    private final Clock clock;

    public ReportFactsReader(
            JdbcClient jdbc, PlatformTransactionManager transactions, OfficeSettings office, Clock clock) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.office = office;
        this.broadcasts = new ReportedBroadcasts(jdbc);
        this.clock = clock;
    }

    public ReportFacts read(ReportPeriod period) {
        return snapshot.execute(inOneSnapshot -> facts(period));
    }

    private ReportFacts facts(ReportPeriod period) {
        List<Cell> cells = cells(period);
        Map<Long, Campaign> campaigns = campaigns(period);
        long[] people = people(period);
        return new ReportFacts(
                period,
                clock.instant(),
                total(cells),
                people[0],
                people[1],
                acknowledged(period),
                rows(cells, Cell::operator),
                rows(cells, Cell::unit),
                rows(cells, cell -> campaigns.get(cell.campaign()).topic()),
                failures(period),
                sent(cells, campaigns),
                new Before(period.before(), total(cells(period.before()))),
                broadcasts.of(period));
    }

    private List<Cell> cells(ReportPeriod period) {
        return over(period, """
                SELECT m.campaign_id, o.display_name, m.operator_code, u.name AS unit_name, m.status,
                    COUNT(*) AS messages,
                    SUM(CASE WHEN m.submitted_at IS NULL THEN 0 ELSE 1 END) AS submitted,
                    SUM(CASE WHEN m.submitted_at IS NULL THEN 0 ELSE m.segments END) AS segments
                FROM message m
                LEFT JOIN operator o ON o.code = m.operator_code
                LEFT JOIN recipient r ON r.id = m.recipient_id
                LEFT JOIN unit u ON u.id = r.unit_id
                WHERE m.wave_id IN (%s)
                GROUP BY m.campaign_id, o.display_name, m.operator_code, u.name, m.status
                """)
                .query((row, n) -> {
                    String operator = row.getString("operator_code");
                    String operatorName = row.getString("display_name");
                    String unit = row.getString("unit_name");
                    return new Cell(
                            row.getLong("campaign_id"),
                            operatorName == null ? operator : operatorName,
                            unit == null ? NO_UNIT : unit,
                            Figures.of(
                                    MessageStatus.valueOf(row.getString("status")),
                                    row.getLong("messages"),
                                    row.getLong("submitted"),
                                    row.getLong("segments"),
                                    office.segmentPrice().getOrDefault(operator, BigDecimal.ZERO)));
                })
                .list();
    }

    private Map<Long, Campaign> campaigns(ReportPeriod period) {
        Map<Long, Campaign> campaigns = new HashMap<>();
        over(period, """
                SELECT c.id, c.name, c.message_class, c.sender_id, c.text, c.source, n.topic, n.status AS notice_status,
                    COALESCE(author.display_name, c.created_by) AS author,
                    (SELECT MAX(COALESCE(u.display_name, a.decided_by)) FROM approval a
                     LEFT JOIN user_account u ON u.username = a.decided_by
                     WHERE a.campaign_id = c.id AND a.decision = 'APPROVED') AS approver,
                    (SELECT MIN(w.started_at) FROM wave w
                     WHERE w.campaign_id = c.id AND w.started_at >= :from AND w.started_at < :to) AS first_sent
                FROM campaign c
                LEFT JOIN warning_notice n ON n.campaign_id = c.id
                LEFT JOIN user_account author ON author.username = c.created_by
                WHERE c.id IN (SELECT w.campaign_id FROM wave w WHERE w.id IN (%s))
                """).query(row -> {
            String topic = row.getString("topic");
            String status = row.getString("notice_status");
            campaigns.put(
                    row.getLong("id"),
                    new Campaign(
                            topic == null ? CLASSES.get(row.getString("message_class")) : topic,
                            new SentCampaign(
                                    row.getLong("id"),
                                    row.getString("name"),
                                    Utc.instant(row, "first_sent"),
                                    row.getString("sender_id"),
                                    topic,
                                    row.getString("text"),
                                    row.getString("source"),
                                    row.getString("author"),
                                    row.getString("approver"),
                                    status != null && !status.equals("ACTUAL"),
                                    Figures.NONE)));
        });
        return campaigns;
    }

    private long[] people(ReportPeriod period) {
        return over(period, """
                SELECT COUNT(DISTINCT m.msisdn) AS people,
                    COUNT(DISTINCT CASE WHEN m.status = 'DELIVERED' THEN m.msisdn END) AS confirmed
                FROM message m WHERE m.wave_id IN (%s)
                """)
                .query((row, n) -> new long[] {row.getLong("people"), row.getLong("confirmed")})
                .single();
    }

    private long acknowledged(ReportPeriod period) {
        return over(period, """
                SELECT COUNT(*) FROM acknowledgement a JOIN message m ON m.id = a.message_id WHERE m.wave_id IN (%s)
                """).query(Long.class).single();
    }

    private List<FailureCount> failures(ReportPeriod period) {
        Map<FailureReason, Long> counts = new EnumMap<>(FailureReason.class);
        over(period, """
                SELECT status, submitted, command_status, receipt_state, COUNT(*) AS messages
                FROM (
                    SELECT m.id, m.status, CASE WHEN m.submitted_at IS NULL THEN 0 ELSE 1 END AS submitted,
                        MAX(s.command_status) AS command_status,
                        MAX(CASE WHEN s.receipt_state IN ('EXPIRED', 'DELETED', 'UNDELIVERABLE', 'REJECTED')
                            THEN s.receipt_state END) AS receipt_state
                    FROM message m LEFT JOIN message_segment s ON s.message_id = m.id
                    WHERE m.wave_id IN (%s) AND m.status IN ('FAILED', 'EXPIRED')
                    GROUP BY m.id, m.status, m.submitted_at) undelivered
                GROUP BY status, submitted, command_status, receipt_state
                """).query(row -> {
            counts.merge(
                    FailureReason.of(
                            row.getString("status").equals("EXPIRED"),
                            row.getBoolean("submitted"),
                            row.getObject("command_status", Integer.class),
                            row.getString("receipt_state")),
                    row.getLong("messages"),
                    Long::sum);
        });
        return counts.entrySet().stream()
                .map(entry -> new FailureCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FailureCount::messages).reversed())
                .toList();
    }

    private JdbcClient.StatementSpec over(ReportPeriod period, String sql) {
        return jdbc.sql(sql.formatted(WAVES))
                .param("from", Utc.column(period.start()))
                .param("to", Utc.column(period.end()));
    }

    private static Figures total(List<Cell> cells) {
        return cells.stream().map(Cell::figures).reduce(Figures.NONE, Figures::plus);
    }

    /** The largest first. */
    private static List<Row> rows(List<Cell> cells, Function<Cell, String> name) {
        Map<String, Figures> sums = new HashMap<>();
        cells.forEach(cell -> sums.merge(name.apply(cell), cell.figures(), Figures::plus));
        return sums.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong((Row row) -> row.figures().planned())
                        .reversed()
                        .thenComparing(Row::name))
                .toList();
    }

    /** In the order of their sending. */
    private static List<SentCampaign> sent(List<Cell> cells, Map<Long, Campaign> campaigns) {
        Map<Long, Figures> sums = new HashMap<>();
        cells.forEach(cell -> sums.merge(cell.campaign(), cell.figures(), Figures::plus));
        List<SentCampaign> sent = new ArrayList<>();
        campaigns.forEach((id, campaign) -> sent.add(campaign.withFigures(sums.getOrDefault(id, Figures.NONE))));
        sent.sort(Comparator.comparing(SentCampaign::firstSent).thenComparing(SentCampaign::id));
        return sent;
    }

    private record Cell(long campaign, String operator, String unit, Figures figures) {}

    private record Campaign(String topic, SentCampaign sent) {

        SentCampaign withFigures(Figures figures) {
            return new SentCampaign(
                    sent.id(),
                    sent.name(),
                    sent.firstSent(),
                    sent.senderId(),
                    topic,
                    sent.text(),
                    sent.source(),
                    sent.author(),
                    sent.approver(),
                    sent.exercise(),
                    figures);
        }
    }
}
