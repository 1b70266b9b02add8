package vn.canhbao.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr;
import vn.canhbao.report.ReportDraft;
import vn.canhbao.report.SampleReport;

/** The layout of Decree 30/2020/NĐ-CP, Annex I, read back from the file: lengths in millimetres, sizes in points. */
class DocxReportTest {

    private static XWPFDocument report;

    @BeforeAll
    static void write() throws IOException {
        report = written(SampleReport.draft());
        // For eyes: target/bao-cao.docx.
        try (var out = Files.newOutputStream(Path.of("target/bao-cao.docx"))) {
            report.write(out);
        }
        report = written(SampleReport.draft());
    }

    private static XWPFDocument written(ReportDraft draft) throws IOException {
        var out = new ByteArrayOutputStream();
        new ReportDocuments(SampleReport.OFFICE).docx(draft, SampleReport.FACTS, out);
        return new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
    }

    @Test
    void paperAndMarginsAreTheDecrees() {
        assertThat(sections()).hasSize(2).allSatisfy(section -> {
            assertThat(millimetres(section.getPgSz().getW())).isEqualTo(210);
            assertThat(millimetres(section.getPgSz().getH())).isEqualTo(297);
            assertThat(millimetres(section.getPgMar().getTop())).isBetween(20L, 25L);
            assertThat(millimetres(section.getPgMar().getBottom())).isBetween(20L, 25L);
            assertThat(millimetres(section.getPgMar().getLeft())).isBetween(30L, 35L);
            assertThat(millimetres(section.getPgMar().getRight())).isBetween(15L, 20L);
        });
    }

    @Test
    void pageNumberStandsCentredInTheTopMarginFromTheSecondPageOnAndTheAnnexCountsAnew() {
        assertThat(sections()).allSatisfy(section -> {
            assertThat(section.isSetTitlePg()).isTrue();
            assertThat(millimetres(section.getPgMar().getHeader())).isLessThan(20);
            assertThat(section.getPgNumType().getStart()).isEqualTo(BigInteger.ONE);
            XWPFHeader first = header(section, STHdrFtr.FIRST);
            assertThat(first.getText().strip()).isEmpty();
            XWPFHeader following = header(section, STHdrFtr.DEFAULT);
            XWPFParagraph number = following.getParagraphs().getFirst();
            assertThat(number.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            var field = number.getCTP().getFldSimpleArray(0);
            assertThat(field.getInstr()).isEqualTo("PAGE");
            assertThat(new XWPFRun(field.getRArray(0), number).getFontSizeAsDouble())
                    .isBetween(13.0, 14.0);
        });
    }

    @Test
    void everyLetterIsTimesNewRomanInAllFourAlphabets() {
        assertThat(runs()).isNotEmpty().allSatisfy(run -> {
            var fonts = run.getCTR().getRPr().getRFontsArray(0);
            assertThat(List.of(fonts.getAscii(), fonts.getHAnsi(), fonts.getCs(), fonts.getEastAsia()))
                    .containsOnly("Times New Roman");
        });
    }

    @Test
    void headIsTwoColumnsWithoutRulesInTheSizesOfTheirBoxes() {
        XWPFTable head = report.getTables().getFirst();
        assertThat(head.getTopBorderType()).isIn(null, XWPFTable.XWPFBorderType.NONE, XWPFTable.XWPFBorderType.NIL);
        assertThat(head.getRow(0).getTableCells()).hasSize(2);
        XWPFTableCell left = head.getRow(0).getCell(0);
        looks(left.getParagraphs().get(0), "ỦY BAN NHÂN DÂN", 12, 13, false, false);
        looks(left.getParagraphs().get(1), "TỈNH ĐỒNG THÁP", 12, 13, false, false);
        looks(left.getParagraphs().get(2), "VĂN PHÒNG", 12, 13, true, false);
        XWPFTableCell right = head.getRow(0).getCell(1);
        looks(right.getParagraphs().get(0), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, true, false);
        looks(right.getParagraphs().get(1), "Độc lập - Tự do - Hạnh phúc", 13, 14, true, false);
        looks(head.getRow(1).getCell(0).getParagraphs().getFirst(), "Số: /BC-VP", 13, 13, false, false);
        looks(head.getRow(1).getCell(1).getParagraphs().getFirst(), "Đồng Tháp, ngày tháng năm", 13, 14, false, true);
    }

    @Test
    void rulesAreBordersOfTheLengthThatTheDecreeGives() {
        XWPFTable head = report.getTables().getFirst();
        double motto = SerifFont.BOLD.width("Độc lập - Tự do - Hạnh phúc", 13);
        assertThat(rule(head.getRow(0).getCell(1).getParagraphs().get(2), width(head, 1)))
                .isCloseTo(motto, org.assertj.core.data.Offset.offset(1.0));
        double name = SerifFont.BOLD.width("VĂN PHÒNG", 12);
        assertThat(rule(head.getRow(0).getCell(0).getParagraphs().get(3), width(head, 0)))
                .isBetween(name / 3, name / 2);
    }

    @Test
    void kindSubjectAddresseeTextAndHeadingsAreInTheSizesOfTheirBoxes() {
        looks(paragraph("BÁO CÁO"), "BÁO CÁO", 13, 14, true, false);
        looks(paragraph("Kết quả triển khai"), null, 13, 14, true, false);
        looks(paragraph("Kính gửi:"), "Kính gửi: Ủy ban nhân dân tỉnh Đồng Tháp", 13, 14, false, false);
        XWPFParagraph text = paragraph("Số tin dự kiến:");
        looks(text, null, 13, 14, false, false);
        assertThat(text.getAlignment()).isEqualTo(ParagraphAlignment.BOTH);
        assertThat(Math.round(text.getIndentationFirstLine() / 1440.0 * 254)).isIn(100L, 127L);
        assertThat(text.getSpacingBefore()).isGreaterThanOrEqualTo(6 * 20);
        ReportDraft.HEADINGS.forEach(heading -> looks(paragraph(heading), heading, 13, 14, true, false));
    }

    @Test
    void figuresOfTheSectionsAreFilledIn() {
        assertThat(paragraph("Số liệu tính đến").getText()).contains("08:00 ngày 01/12/2026");
        assertThat(paragraph("Số tin dự kiến:").getText())
                .startsWith("Số tin dự kiến: 2.000.000; đã chuyển cho nhà mạng: ")
                .contains("nhà mạng xác nhận đã phát: 1.830.000")
                .doesNotContain("{", "đã đọc", "đến tay");
    }

    @Test
    void receiversAndSignerStandBesideEachOther() {
        XWPFTable foot = report.getTables().get(report.getTables().size() - 2);
        List<XWPFParagraph> receivers = foot.getRow(0).getCell(0).getParagraphs();
        looks(receivers.get(0), "Nơi nhận:", 12, 12, true, true);
        looks(receivers.get(1), "- Như trên;", 11, 11, false, false);
        looks(receivers.getLast(), "- Lưu: VT, CNTT (Đạt).", 11, 11, false, false);
        List<XWPFParagraph> signer = foot.getRow(0).getCell(1).getParagraphs();
        looks(signer.get(0), "KT. CHÁNH VĂN PHÒNG", 13, 14, true, false);
        looks(signer.getLast(), "Nguyễn Thị Quỳnh Như", 13, 14, true, false);
        assertThat(signer).allSatisfy(line -> assertThat(line.getAlignment()).isEqualTo(ParagraphAlignment.CENTER));
    }

    @Test
    void annexNamesSourceAuthorAndApproverApart() {
        looks(paragraph("Phụ lục"), "Phụ lục", 14, 14, true, false);
        looks(paragraph("DANH MỤC"), "DANH MỤC TIN NHẮN CẢNH BÁO ĐÃ GỬI", 13, 14, true, false);
        looks(paragraph("(Kèm theo"), null, 13, 14, false, true);
        XWPFTable annex = report.getTables().getLast();
        assertThat(annex.getRow(0).getTableCells().stream().map(XWPFTableCell::getText))
                .contains("Nguồn chính thức", "Người soạn", "Người duyệt");
        assertThat(annex.getRow(2).getCell(2).getText()).contains("Ỷ ỹ <thử & nghiệm> \"ngoặc\"");
    }

    @Test
    void severalAddresseesAreDashedLines() throws IOException {
        var words = SampleReport.draft().words();
        XWPFDocument two = written(SampleReport.draft(new ReportDraft.Words(
                words.subject(),
                List.of("Ủy ban nhân dân tỉnh", "Công an tỉnh"),
                List.of("Căn cứ Kế hoạch số 1/KH-UBND;"),
                words.sections(),
                words.receivers(),
                words.signerTitle(),
                "")));
        assertThat(two.getParagraphs().stream().map(XWPFParagraph::getText))
                .contains("Kính gửi:", "- Ủy ban nhân dân tỉnh;", "- Công an tỉnh.", "Căn cứ Kế hoạch số 1/KH-UBND;");
    }

    private static List<CTSectPr> sections() {
        return Stream.concat(
                        report.getParagraphs().stream()
                                .filter(paragraph -> paragraph.getCTP().isSetPPr()
                                        && paragraph.getCTP().getPPr().isSetSectPr())
                                .map(paragraph -> paragraph.getCTP().getPPr().getSectPr()),
                        Stream.of(report.getDocument().getBody().getSectPr()))
                .toList();
    }

    private static XWPFHeader header(CTSectPr section, STHdrFtr.Enum type) {
        return section.getHeaderReferenceList().stream()
                .filter(reference -> reference.getType() == type)
                .map(reference -> (XWPFHeader) report.getRelationById(reference.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static long millimetres(Object twips) {
        return Math.round(Double.parseDouble(twips.toString()) / 1440 * 25.4);
    }

    private static double width(XWPFTable table, int column) {
        return Double.parseDouble(table.getCTTbl()
                        .getTblGrid()
                        .getGridColArray(column)
                        .getW()
                        .toString())
                / 20;
    }

    private static double rule(XWPFParagraph paragraph, double width) {
        CTBorder top = paragraph.getCTPPr().getPBdr().getTop();
        assertThat(top.getVal().toString()).isEqualTo("single");
        return width - paragraph.getIndentationLeft() / 20.0 - paragraph.getIndentationRight() / 20.0;
    }

    private static XWPFParagraph paragraph(String start) {
        return report.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static void looks(XWPFParagraph paragraph, String text, int least, int most, boolean bold, boolean italic) {
        if (text != null) {
            assertThat(paragraph
                            .getText()
                            .replaceAll("\u00A0+", " ")
                            .replace(": /", ": /")
                            .strip())
                    .isEqualTo(text);
        }
        assertThat(paragraph.getRuns()).isNotEmpty().allSatisfy(run -> {
            assertThat(run.getFontSizeAsDouble()).isBetween((double) least, (double) most);
            assertThat(run.isBold()).isEqualTo(bold);
            assertThat(run.isItalic()).isEqualTo(italic);
        });
    }

    private static List<XWPFRun> runs() {
        return report.getBodyElements().stream()
                .flatMap(DocxReportTest::paragraphs)
                .flatMap(paragraph -> paragraph.getRuns().stream())
                .filter(run -> !run.text().isEmpty())
                .toList();
    }

    private static Stream<XWPFParagraph> paragraphs(IBodyElement element) {
        return switch (element) {
            case XWPFParagraph paragraph -> Stream.of(paragraph);
            case XWPFTable table ->
                table.getRows().stream()
                        .flatMap(row -> row.getTableCells().stream())
                        .flatMap(cell -> cell.getParagraphs().stream());
            default -> Stream.of();
        };
    }
}
