package vn.canhbao.report.table;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.report.Figures;
import vn.canhbao.report.ReportFacts;
import vn.canhbao.report.ReportFacts.FailureCount;
import vn.canhbao.report.ReportFacts.Row;
import vn.canhbao.report.ReportFacts.SentCampaign;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.table.ReportTable.Column;

/** The tables of a report: the same in documents, XLSX and CSV. */
public final class ReportTables {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private ReportTables() {}

    /** All of them, the annex last. */
    public static List<ReportTable> all(ReportFacts facts) {
        List<ReportTable> all = new ArrayList<>(results(facts));
        all.add(campaigns(facts));
        return all;
    }

    /** Those of the results; the operators' own broadcasts only where there are any. */
    public static List<ReportTable> results(ReportFacts facts) {
        List<ReportTable> results = new ArrayList<>(
                List.of(operators(facts), units(facts), topics(facts), failures(facts), comparison(facts)));
        results.addAll(BroadcastTables.of(facts.broadcasts(), facts.total()));
        return results;
    }

    public static ReportTable operators(ReportFacts facts) {
        return figures("Nhà mạng", "Kết quả theo nhà mạng", facts.operators(), facts.total());
    }

    public static ReportTable units(ReportFacts facts) {
        return figures("Đơn vị", "Kết quả theo đơn vị, địa bàn", facts.units(), facts.total());
    }

    public static ReportTable topics(ReportFacts facts) {
        return figures("Chủ đề", "Kết quả theo chủ đề", facts.topics(), facts.total());
    }

    public static ReportTable failures(ReportFacts facts) {
        return failures(facts.failures());
    }

    static ReportTable failures(List<FailureCount> failures) {
        return new ReportTable(
                "Lý do",
                "Lý do không phát được",
                List.of(new Column("Lý do", 60), new Column("Số tin", 12)),
                failures.stream()
                        .map(failure -> List.<Object>of(failure.reason().words(), failure.messages()))
                        .toList(),
                List.of(
                        "Tổng cộng",
                        failures.stream().mapToLong(FailureCount::messages).sum()));
    }

    /** This period beside the one before, with the difference. */
    public static ReportTable comparison(ReportFacts facts) {
        return comparison(facts.before().period(), facts.total(), facts.before().total());
    }

    static ReportTable comparison(ReportPeriod periodBefore, Figures now, Figures before) {
        return new ReportTable(
                "So sánh",
                "So với " + periodBefore.words(),
                List.of(
                        new Column("Chỉ tiêu", 40),
                        new Column("Kỳ này", 14),
                        new Column("Kỳ trước", 14),
                        new Column("Tăng, giảm", 14)),
                List.of(
                        compared("Số tin dự kiến", now.planned(), before.planned()),
                        compared("Đã chuyển cho nhà mạng", now.submitted(), before.submitted()),
                        compared("Nhà mạng xác nhận đã phát", now.confirmed(), before.confirmed()),
                        compared("Không phát được", now.undelivered(), before.undelivered()),
                        compared("Chưa rõ kết quả", now.unclear(), before.unclear()),
                        compared("Số đoạn tin", now.segments(), before.segments()),
                        List.of(
                                "Chi phí ước tính (đồng)",
                                now.cost(),
                                before.cost(),
                                now.cost().subtract(before.cost()))),
                List.of());
    }

    /** The annex: what was sent, from which source, by whom. */
    public static ReportTable campaigns(ReportFacts facts) {
        List<SentCampaign> campaigns = facts.campaigns();
        return new ReportTable(
                "Tin đã gửi",
                "DANH MỤC TIN NHẮN CẢNH BÁO ĐÃ GỬI",
                List.of(
                        new Column("TT", 6),
                        new Column("Gửi lúc", 17),
                        new Column("Nội dung", 32),
                        new Column("Nguồn chính thức", 17),
                        new Column("Người soạn", 13),
                        new Column("Người duyệt", 13),
                        new Column("Dự kiến", 14),
                        new Column("Nhà mạng xác nhận", 14)),
                IntStream.range(0, campaigns.size())
                        .mapToObj(i -> campaign(i + 1, campaigns.get(i)))
                        .toList(),
                total(
                        List.of("", "Tổng cộng", "", "", "", ""),
                        facts.total().planned(),
                        facts.total().confirmed()));
    }

    private static List<Object> campaign(long number, SentCampaign campaign) {
        return List.of(
                number,
                MINUTE.format(campaign.firstSent().atZone(ClockConfiguration.LOCAL)),
                (campaign.exercise() ? "[Diễn tập] " : "") + campaign.text() + " (" + campaign.senderId() + ")",
                campaign.source(),
                campaign.author(),
                campaign.approver() == null ? "" : campaign.approver(),
                campaign.figures().planned(),
                campaign.figures().confirmed());
    }

    private static ReportTable figures(String name, String title, List<Row> rows, Figures total) {
        return new ReportTable(
                name,
                title,
                List.of(
                        new Column(name, 24),
                        new Column("Dự kiến", 13),
                        new Column("Nhà mạng xác nhận", 13),
                        new Column("Phát một phần", 13),
                        new Column("Không phát được", 13),
                        new Column("Chưa rõ, chờ gửi", 13),
                        new Column("Không gửi", 13),
                        new Column("Số đoạn", 13)),
                rows.stream().map(row -> figures(row.name(), row.figures())).toList(),
                figures("Tổng cộng", total));
    }

    private static List<Object> figures(String name, Figures figures) {
        return List.of(
                name,
                figures.planned(),
                figures.confirmed(),
                figures.partly(),
                figures.undelivered(),
                figures.unclear() + figures.waiting(),
                figures.withheld(),
                figures.segments());
    }

    private static List<Object> compared(String name, long now, long before) {
        return List.of(name, now, before, now - before);
    }

    private static List<Object> total(List<Object> words, long planned, long confirmed) {
        List<Object> cells = new ArrayList<>(words);
        cells.add(planned);
        cells.add(confirmed);
        return cells;
    }
}
