package vn.canhbao.report.table;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.ToLongFunction;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.report.BothSources;
import vn.canhbao.report.Figures;
import vn.canhbao.report.ReportedBroadcast;
import vn.canhbao.report.table.ReportTable.Column;

/** What operators sent to their own subscribers, always marked as theirs. */
public final class BroadcastTables {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private BroadcastTables() {}

    /** Theirs, and both sources beside each other; none where no operator has reported anything. */
    public static List<ReportTable> of(List<ReportedBroadcast> broadcasts, Figures own) {
        return broadcasts.isEmpty() ? List.of() : List.of(broadcasts(broadcasts), bothSources(broadcasts, own));
    }

    private static ReportTable broadcasts(List<ReportedBroadcast> broadcasts) {
        return new ReportTable(
                "Nhà mạng gửi",
                "Nhà mạng gửi tới thuê bao của mình theo đề nghị (số liệu nhà mạng báo cáo)",
                List.of(
                        new Column("Nhà mạng", 15),
                        new Column("Gửi từ", 16),
                        new Column("Chủ đề", 22),
                        new Column("Khu vực", 18),
                        new Column("Đã gửi", 13),
                        new Column("Nhà mạng báo thành công", 13),
                        new Column("Nhà mạng báo không thành công", 13)),
                broadcasts.stream().map(BroadcastTables::row).toList(),
                List.of(
                        "Tổng cộng",
                        "",
                        "",
                        "",
                        sum(broadcasts, ReportedBroadcast::sent),
                        sum(broadcasts, ReportedBroadcast::delivered),
                        sum(broadcasts, ReportedBroadcast::failed)));
    }

    /** Our own messages beside the operators': two rows with two kinds of proof, and their sum. */
    private static ReportTable bothSources(List<ReportedBroadcast> broadcasts, Figures own) {
        long sent = sum(broadcasts, ReportedBroadcast::sent);
        long delivered = sum(broadcasts, ReportedBroadcast::delivered);
        BothSources both = BothSources.of(own, broadcasts);
        return new ReportTable(
                "Hai nguồn",
                "Tổng hợp theo nguồn số liệu",
                List.of(new Column("Nguồn", 50), new Column("Đã gửi", 14), new Column("Đã phát", 14)),
                List.of(
                        List.of(
                                "Hệ thống gửi trực tiếp (nhà mạng xác nhận từng tin)",
                                own.submitted(),
                                own.confirmed()),
                        List.of("Nhà mạng gửi theo đề nghị (nhà mạng báo cáo)", sent, delivered)),
                List.of("Cộng hai nguồn", both.sent(), both.delivered()));
    }

    private static List<Object> row(ReportedBroadcast broadcast) {
        return List.of(
                broadcast.operator(),
                MINUTE.format(broadcast.sentOn().atZone(ClockConfiguration.LOCAL)),
                broadcast.topic(),
                broadcast.area(),
                broadcast.sent(),
                broadcast.delivered(),
                broadcast.failed());
    }

    private static long sum(List<ReportedBroadcast> broadcasts, ToLongFunction<ReportedBroadcast> figure) {
        return broadcasts.stream().mapToLong(figure).sum();
    }
}
