package vn.canhbao.report.document;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import vn.canhbao.report.table.CellText;
import vn.canhbao.report.table.ReportTable;

/** Tables of a DOCX: fixed columns over the text's width. */
final class DocxTable {

    private static final int CELL_MARGIN = 40;

    private DocxTable() {}

    /** A table of figures with all its rules; its heading comes again on every page. */
    static void figures(XWPFDocument document, ReportTable table) {
        List<ReportTable.Column> columns = table.columns();
        int all = columns.stream().mapToInt(ReportTable.Column::width).sum();
        double[] shares = columns.stream()
                .mapToDouble(column -> (double) column.width() / all)
                .toArray();
        XWPFTable grid = create(document, shares, CELL_MARGIN);
        XWPFTableRow heading = grid.getRow(0);
        heading.setRepeatHeader(true);
        fill(heading, columns.stream().map(ReportTable.Column::heading).toList(), true);
        heading.getTableCells().forEach(cell -> {
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            cell.getParagraphs().getFirst().setAlignment(ParagraphAlignment.CENTER);
        });
        table.rows().forEach(row -> fill(grid.createRow(), row, false));
        if (!table.totals().isEmpty()) {
            fill(grid.createRow(), table.totals(), true);
        }
        if (table.rows().size() <= PageMeasures.KEPT_TOGETHER) {
            // Word keeps rows together by their paragraphs: each but the last stays with the next.
            grid.getRows()
                    .subList(0, grid.getRows().size() - 1)
                    .forEach(row -> row.getTableCells()
                            .forEach(cell -> cell.getParagraphs().forEach(paragraph -> paragraph.setKeepNext(true))));
        }
    }

    /** One row of two cells without rules: what stands beside each other. */
    static XWPFTable pair(XWPFDocument document, double leftShare, int rows) {
        XWPFTable pair = create(document, new double[] {leftShare, 1 - leftShare}, 0);
        pair.removeBorders();
        for (int i = 1; i < rows; i++) {
            pair.createRow();
        }
        pair.getRows().forEach(row -> row.setCantSplitRow(true));
        return pair;
    }

    private static XWPFTable create(XWPFDocument document, double[] shares, int cellMargin) {
        XWPFTable table = document.createTable(1, shares.length);
        int width = PageMeasures.twips(PageMeasures.TEXT_WIDTH);
        table.setWidth(width);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setCellMargins(0, cellMargin, 0, cellMargin);
        var indent = table.getCTTbl().getTblPr().addNewTblInd();
        indent.setW(BigInteger.ZERO);
        indent.setType(STTblWidth.DXA);
        CTTblGrid grid = table.getCTTbl().getTblGrid();
        if (grid == null) {
            grid = table.getCTTbl().addNewTblGrid();
        }
        grid.setGridColArray(null);
        for (int i = 0; i < shares.length; i++) {
            int share = (int) Math.round(width * shares[i]);
            grid.addNewGridCol().setW(BigInteger.valueOf(share));
            table.getRow(0).getCell(i).setWidth(Integer.toString(share));
        }
        return table;
    }

    private static void fill(XWPFTableRow row, List<?> cells, boolean bold) {
        row.setCantSplitRow(true);
        for (int i = 0; i < cells.size(); i++) {
            XWPFParagraph paragraph = row.getCell(i).getParagraphs().getFirst();
            paragraph.setSpacingAfter(0);
            paragraph.setAlignment(cells.get(i) instanceof String ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT);
            DocxPage.run(paragraph, CellText.of(cells.get(i)), PageMeasures.TABLE)
                    .setBold(bold);
        }
    }
}
