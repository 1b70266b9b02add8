package vn.canhbao.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.canhbao.report.SampleReport;

class LeafletTest {

    private static final String SENTENCE =
            "Không cơ quan công an nào yêu cầu chuyển tiền hay cung cấp mã OTP qua điện thoại; hãy cúp máy. ";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 9, 20})
    void everyTextFitsOnOnePageOfA5(int sentences) throws IOException {
        try (PDDocument leaflet = leaflet(SENTENCE.repeat(sentences).strip())) {
            assertThat(leaflet.getNumberOfPages()).isEqualTo(1);
            assertThat(leaflet.getPage(0).getMediaBox().getWidth()).isBetween(419f, 421f);
            assertThat(leaflet.getPage(0).getMediaBox().getHeight()).isBetween(594f, 596f);
        }
    }

    @Test
    void textStandsThereAsItWasSent() throws IOException {
        try (PDDocument leaflet = leaflet("Ỷ lại <link> & \"OTP\": ĐỪNG CHUYỂN TIỀN.")) {
            assertThat(new PDFTextStripper().getText(leaflet).replaceAll("\\s+", " "))
                    .contains(
                            "Ỷ lại <link> & \"OTP\": ĐỪNG CHUYỂN TIỀN.",
                            "CẢNH BÁO",
                            "Công văn 12/BC-CA",
                            "https://canhbao.example.gov.vn/public/warnings");
        }
    }

    private static PDDocument leaflet(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        new Leaflet(SampleReport.OFFICE)
                .write(
                        "Giả danh công an, viện kiểm sát, tòa án",
                        text,
                        "Công văn 12/BC-CA",
                        "CONGANDT",
                        SampleReport.NOW,
                        out);
        // For eyes: target/to-roi-<letters>.pdf.
        Files.write(Path.of("target/to-roi-" + text.length() + ".pdf"), out.toByteArray());
        return Loader.loadPDF(out.toByteArray());
    }
}
