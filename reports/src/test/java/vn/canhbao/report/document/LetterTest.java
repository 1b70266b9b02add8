package vn.canhbao.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import vn.canhbao.report.SampleReport;
import vn.canhbao.report.broadcast.Broadcast;
import vn.canhbao.report.broadcast.BroadcastRequest;
import vn.canhbao.report.broadcast.BroadcastStatus;
import vn.canhbao.report.broadcast.RequestLetter;

class LetterTest {

    private static final String TEXT =
            "Không cơ quan công an nào yêu cầu chuyển tiền hay cung cấp mã OTP qua điện thoại. Hãy cúp máy và báo công an.";

    private final RequestLetter letters = new RequestLetter(new LetterDocuments(SampleReport.OFFICE));

    @Test
    void docxHasTheDecreesMarginsAndTheSubjectBelowTheNumber() throws IOException {
        var out = new ByteArrayOutputStream();
        letters.docx(approved(), out);
        // For eyes: target/cong-van.docx.
        Files.write(Path.of("target/cong-van.docx"), out.toByteArray());
        try (var document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
            var section = document.getDocument().getBody().getSectPr();
            assertThat(section.getPgMar().getLeft().toString()).isEqualTo("1701");
            assertThat(section.getPgMar().getRight().toString()).isEqualTo("850");
            assertThat(section.getPgMar().getTop().toString()).isEqualTo("1134");
            XWPFTableCell below = document.getTables().getFirst().getRow(1).getCell(0);
            assertThat(below.getParagraphs().getFirst().getText()).matches("Số:\\u00A0+/VP-CNTT");
            assertThat(below.getParagraphs().get(1).getText()).startsWith("V/v phối hợp");
            var about = below.getParagraphs().get(1).getRuns().getFirst();
            assertThat(about.getFontSizeAsDouble()).isEqualTo(12.0);
            assertThat(about.getFontFamily()).isEqualTo("Times New Roman");
            assertThat(about.isBold()).isFalse();
            assertThat(document.getParagraphs())
                    .noneMatch(line -> line.getText().contains("BÁO CÁO"))
                    .anyMatch(line -> line.getText().equals("Kính gửi: Viettel"))
                    .anyMatch(line -> line.getText().contains(TEXT))
                    .anyMatch(line -> line.getText().contains("từ 08:00 ngày 01/12/2026 đến 11:30 ngày 01/12/2026"))
                    .anyMatch(line -> line.getText().contains("Các xã giáp biên giới"));
        }
    }

    @Test
    void pdfSaysTheSameOnOnePageInAnEmbeddedFont() throws IOException {
        var out = new ByteArrayOutputStream();
        letters.pdf(approved(), out);
        Files.write(Path.of("target/cong-van.pdf"), out.toByteArray());
        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("V/v phối hợp", "Kính gửi: Viettel", "08:00 ngày 01/12/2026", "Nơi nhận:", TEXT);
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    private static Broadcast approved() {
        return new Broadcast(
                1,
                new BroadcastRequest(
                        "VIETTEL",
                        "Giả danh công an",
                        TEXT,
                        "Các xã giáp biên giới",
                        Instant.parse("2026-12-01T01:00:00Z"),
                        Instant.parse("2026-12-01T04:30:00Z"),
                        "Công văn số 12/CAT-PA05 của Công an tỉnh"),
                "Viettel",
                BroadcastStatus.APPROVED,
                "soanthao",
                SampleReport.NOW,
                "pheduyet",
                SampleReport.NOW,
                null,
                null,
                null,
                null);
    }
}
