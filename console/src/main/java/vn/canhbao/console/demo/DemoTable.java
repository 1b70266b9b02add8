package vn.canhbao.console.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A campaign report ({@code GET /api/v1/reports/campaigns/{id}}) as a table for the terminal, and as CSV. */
final class DemoTable {

    private static final List<Column> COLUMNS = List.of(
            new Column("Dự kiến", "planned", false),
            new Column("Chờ gửi", "pending", true),
            new Column("Đã nhận*", "submitted", false),
            new Column("Đã phát", "delivered", false),
            new Column("Một phần", "partlyDelivered", false),
            new Column("Hỏng", "failed", false),
            new Column("Hết hạn", "expired", false),
            new Column("Không rõ", "unknown", false),
            new Column("Không trả lời", "unanswered", false),
            new Column("Bị chặn", "suppressed", false),
            new Column("Đã huỷ", "cancelled", true),
            new Column("Đoạn", "segments", false));

    private final JsonNode report;

    DemoTable(JsonNode report) {
        this.report = report;
    }

    /** With the Vietnamese headings above the English ones. */
    String text() {
        List<Column> shown = COLUMNS.stream()
                .filter(column -> !column.onlyIfAny() || total(column) > 0)
                .toList();
        List<List<String>> lines = new ArrayList<>();
        lines.add(line("Nhà mạng", shown.stream().map(Column::vietnamese).toList(), "TB (s)", "p95 (s)"));
        lines.add(line(
                "operator",
                shown.stream()
                        .map(column -> column.name().replace("Delivered", ""))
                        .toList(),
                "mean",
                "p95"));
        rows().forEach(row -> lines.add(line(
                row.path("displayName").asString(),
                shown.stream().map(column -> "" + figure(row, column)).toList(),
                seconds(row.path("meanSecondsToReceipt")),
                seconds(row.path("p95SecondsToReceipt")))));
        int[] widths = IntStream.range(0, lines.getFirst().size())
                .map(cell -> lines.stream()
                        .mapToInt(line -> line.get(cell).length())
                        .max()
                        .orElse(0))
                .toArray();
        String rule = "-".repeat(IntStream.of(widths).sum() + 2 * (widths.length - 1));
        List<String> printed =
                lines.stream().map(line -> align(line, widths)).collect(Collectors.toCollection(ArrayList::new));
        printed.add(2, rule);
        printed.add(printed.size() - 1, rule);
        printed.add("* tổng đài đã nhận, chưa có báo phát cuối (accepted by the SMSC, no final receipt yet)");
        return String.join(System.lineSeparator(), printed);
    }

    /** All columns, the total last. */
    String csv() {
        StringBuilder csv = new StringBuilder("operator,"
                + COLUMNS.stream().map(Column::name).collect(Collectors.joining(","))
                + ",meanSecondsToReceipt,p95SecondsToReceipt\r\n");
        rows().forEach(row -> csv.append(
                        row.path("operator").asString("TOTAL").isEmpty()
                                ? "TOTAL"
                                : row.path("operator").asString("TOTAL"))
                .append(',')
                .append(COLUMNS.stream().map(column -> "" + figure(row, column)).collect(Collectors.joining(",")))
                .append(',')
                .append(plain(row.path("meanSecondsToReceipt")))
                .append(',')
                .append(plain(row.path("p95SecondsToReceipt")))
                .append("\r\n"));
        return csv.toString();
    }

    /**
     * Adds everything up again from what was printed, and compares with how many people the list held.
     *
     * @return what doesn't add up; empty when all does
     */
    List<String> contradictions(long people) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode row : rows()) {
            long sum = COLUMNS.stream()
                    .filter(column ->
                            !column.name().equals("planned") && !column.name().equals("segments"))
                    .mapToLong(column -> figure(row, column))
                    .sum();
            if (sum != figure(row, COLUMNS.getFirst())) {
                wrong.add(row.path("displayName").asString() + ": " + sum + " ≠ " + figure(row, COLUMNS.getFirst()));
            }
        }
        for (Column column : COLUMNS) {
            long sum = report.path("operators")
                    .valueStream()
                    .mapToLong(row -> figure(row, column))
                    .sum();
            if (sum != total(column)) {
                wrong.add(column.name() + ": " + sum + " ≠ " + total(column));
            }
        }
        if (total(COLUMNS.getFirst()) != people) {
            wrong.add("planned " + total(COLUMNS.getFirst()) + " ≠ " + people + " people in the list");
        }
        return wrong;
    }

    private List<JsonNode> rows() {
        List<JsonNode> rows =
                new ArrayList<>(report.path("operators").valueStream().toList());
        rows.add(report.path("total"));
        return rows;
    }

    private long total(Column column) {
        return figure(report.path("total"), column);
    }

    private static long figure(JsonNode row, Column column) {
        return row.path("tallies").path(column.name()).asLong();
    }

    private static List<String> line(String operator, List<String> figures, String mean, String p95) {
        List<String> line = new ArrayList<>();
        line.add(operator);
        line.addAll(figures);
        line.add(mean);
        line.add(p95);
        return line;
    }

    private static String align(List<String> line, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(cell -> cell == 0
                        ? String.format("%-" + widths[cell] + "s", line.get(cell))
                        : String.format("%" + widths[cell] + "s", line.get(cell)))
                .collect(Collectors.joining("  "));
    }

    private static String seconds(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.1f", value.asDouble()) : "–";
    }

    private static String plain(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.3f", value.asDouble()) : "";
    }

    private record Column(String vietnamese, String name, boolean onlyIfAny) {}
}
