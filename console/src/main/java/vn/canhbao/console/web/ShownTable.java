package vn.canhbao.console.web;

import java.util.List;
import vn.canhbao.report.table.CellText;
import vn.canhbao.report.table.ReportTable;

/** A report's table as a page shows it. */
record ShownTable(String title, List<String> headings, List<List<Cell>> rows, List<Cell> totals) {

    /** A cell; figures stand on the right. */
    record Cell(String text, boolean figure) {

        static Cell of(Object value) {
            return new Cell(CellText.of(value), !(value instanceof String));
        }
    }

    static ShownTable of(ReportTable table) {
        return new ShownTable(
                table.title(),
                table.columns().stream().map(ReportTable.Column::heading).toList(),
                table.rows().stream().map(ShownTable::cells).toList(),
                cells(table.totals()));
    }

    /** Some of its rows; totals are those of all. */
    ShownTable part(RowsShown shown) {
        return new ShownTable(title, headings, shown.of(rows), totals);
    }

    private static List<Cell> cells(List<Object> values) {
        return values.stream().map(Cell::of).toList();
    }
}
