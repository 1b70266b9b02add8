package vn.canhbao.report.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.canhbao.report.Figures;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.Statistics;
import vn.canhbao.report.Statistics.Division;
import vn.canhbao.report.Statistics.Line;
import vn.canhbao.report.table.ReportTable.Column;

/** The tables of statistics: the same on pages, in XLSX and CSV. */
public final class StatisticsTables {

    private StatisticsTables() {}

    /** All of them: the total as a funnel, what it is compared with, reasons, then every division. */
    public static List<ReportTable> all(Statistics statistics) {
        List<ReportTable> tables = new ArrayList<>();
        tables.add(funnel(statistics));
        tables.add(comparison(statistics));
        tables.add(failures(statistics));
        Arrays.stream(Division.values()).map(by -> of(statistics, by)).forEach(tables::add);
        return tables;
    }

    /** From what was planned to what people acknowledged. */
    public static ReportTable funnel(Statistics statistics) {
        Line total = statistics.total();
        return new ReportTable(
                "Tổng quan",
                "Từ dự kiến đến xác nhận",
                List.of(new Column("Bước", 44), new Column("Số tin", 14)),
                List.of(
                        List.of("Số tin dự kiến", total.figures().planned()),
                        List.of("Đã chuyển cho nhà mạng", total.figures().submitted()),
                        List.of(
                                "Nhà mạng xác nhận đã phát tới máy",
                                total.figures().confirmed()),
                        List.of("Người nhận nhắn tin xác nhận", total.acknowledged())),
                List.of());
    }

    public static ReportTable of(Statistics statistics, Division division) {
        String name = name(division);
        return new ReportTable(
                name,
                "Kết quả theo " + name.toLowerCase(java.util.Locale.ROOT),
                List.of(
                        new Column(name, 34),
                        new Column("Dự kiến", 12),
                        new Column("Đã chuyển nhà mạng", 12),
                        new Column("Nhà mạng xác nhận", 12),
                        new Column("Phát một phần", 12),
                        new Column("Không phát được", 12),
                        new Column("Chưa rõ, chờ gửi", 12),
                        new Column("Không gửi", 12),
                        new Column("Người nhận xác nhận", 12),
                        new Column("Nửa số tin phát trong (giây)", 12),
                        new Column("95 % số tin phát trong (giây)", 12),
                        new Column("Số đoạn", 12),
                        new Column("Chi phí ước tính (đồng)", 14)),
                statistics.by(division).stream().map(StatisticsTables::row).toList(),
                row(statistics.total()));
    }

    public static ReportTable failures(Statistics statistics) {
        return ReportTables.failures(statistics.failures());
    }

    public static ReportTable comparison(Statistics statistics) {
        ReportPeriod before = statistics.period().before();
        return ReportTables.comparison(
                before, statistics.total().figures(), statistics.before().figures());
    }

    private static String name(Division division) {
        return switch (division) {
            case CAMPAIGN -> "Chiến dịch";
            case WAVE -> "Đợt gửi";
            case OPERATOR -> "Nhà mạng";
            case UNIT -> "Đơn vị, địa bàn";
            case TOPIC -> "Chủ đề";
            case SENDER -> "Tên người gửi";
            case PERIOD -> "Thời gian";
        };
    }

    private static List<Object> row(Line line) {
        Figures figures = line.figures();
        return Arrays.asList(
                line.name(),
                figures.planned(),
                figures.submitted(),
                figures.confirmed(),
                figures.partly(),
                figures.undelivered(),
                figures.unclear() + figures.waiting(),
                figures.withheld(),
                line.acknowledged(),
                line.p50(),
                line.p95(),
                figures.segments(),
                figures.cost());
    }
}
