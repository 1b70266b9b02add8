package vn.canhbao.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.canhbao.report.SampleReport;

class PdfReportTest {

    private static PDDocument report;

    @BeforeAll
    static void write() throws IOException {
        var out = new ByteArrayOutputStream();
        new ReportDocuments(SampleReport.OFFICE).pdf(SampleReport.draft(), SampleReport.FACTS, out);
        // For eyes: target/bao-cao.pdf.
        Files.write(Path.of("target/bao-cao.pdf"), out.toByteArray());
        report = Loader.loadPDF(out.toByteArray());
    }

    @AfterAll
    static void close() throws IOException {
        report.close();
    }

    @Test
    void everyFontIsEmbeddedLiberationSerif() throws IOException {
        TreeSet<String> fonts = new TreeSet<>();
        for (PDPage page : report.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
            }
        }
        assertThat(fonts).isNotEmpty().allMatch(name -> name.startsWith("LiberationSerif"));
    }

    @Test
    void vietnameseLettersComeOutAsTheyWentIn() throws IOException {
        assertThat(words(new PDFTextStripper().getText(report)))
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "ỦY BAN NHÂN DÂN",
                        "Kính gửi: Ủy ban nhân dân tỉnh Đồng Tháp",
                        "Nguyễn Thị Quỳnh Như",
                        "- Lưu: VT, CNTT (Đạt).",
                        "nhà mạng xác nhận đã phát: 1.830.000",
                        "<thử & nghiệm>");
    }

    @Test
    void everyVietnameseLetterHasAGlyph() {
        "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ₫–…"
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> {
                    for (SerifFont font : SerifFont.values()) {
                        assertThat(font.has(letter.codePointAt(0)))
                                .as(letter + " " + font)
                                .isTrue();
                    }
                });
    }

    @Test
    void pagesAreA4WithTheirNumberInTheTopMarginButTheFirst() throws IOException {
        assertThat(report.getNumberOfPages()).isGreaterThanOrEqualTo(3);
        for (int i = 0; i < report.getNumberOfPages(); i++) {
            PDPage page = report.getPage(i);
            assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
            assertThat(page.getMediaBox().getHeight()).isBetween(841f, 843f);
        }
        assertThat(topMargin(0)).isEmpty();
        assertThat(topMargin(1)).isEqualTo("2");
        assertThat(topMargin(2)).isEqualTo("3");
        assertThat(topMargin(report.getNumberOfPages() - 1)).as("annex").isEmpty();
    }

    private static String topMargin(int page) throws IOException {
        var area = new PDFTextStripperByArea();
        area.addRegion("top", new java.awt.geom.Rectangle2D.Double(0, 0, 596, 56));
        area.extractRegions(report.getPage(page));
        return area.getTextForRegion("top").strip();
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
