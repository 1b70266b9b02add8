package vn.canhbao.report.document;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;
import vn.canhbao.report.OfficeSettings;

/** Writes a letter as a document to be signed. */
@Component
public class LetterDocuments {

    private final OfficeSettings office;

    public LetterDocuments(OfficeSettings office) {
        this.office = office;
    }

    public void docx(Letter letter, OutputStream out) throws IOException {
        DocxReport.write(OfficialText.of(letter, office), out);
    }

    public void pdf(Letter letter, OutputStream out) throws IOException {
        PdfReport.write(OfficialText.of(letter, office), out);
    }
}
