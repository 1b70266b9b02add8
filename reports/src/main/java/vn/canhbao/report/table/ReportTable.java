package vn.canhbao.report.table;

import java.util.List;

/**
 * A table of typed cells: {@link String}, {@link Long}, {@link java.math.BigDecimal} (đồng), {@link Double} (a tenth shown) or {@code null}.
 *
 * @param name short: a worksheet's name
 * @param title the line above it in a document
 * @param totals one row below the others, or empty
 */
public record ReportTable(
        String name, String title, List<Column> columns, List<List<Object>> rows, List<Object> totals) {

    /**
     * A column.
     *
     * @param width in characters; in documents a share of the page's width
     */
    public record Column(String heading, int width) {}
}
