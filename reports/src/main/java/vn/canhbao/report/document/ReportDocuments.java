package vn.canhbao.report.document;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;
import vn.canhbao.report.OfficeSettings;
import vn.canhbao.report.ReportDraft;
import vn.canhbao.report.ReportFacts;

/** Writes a draft with its figures as a document to be signed. */
@Component
public class ReportDocuments {

    private final OfficeSettings office;

    public ReportDocuments(OfficeSettings office) {
        this.office = office;
    }

    public void docx(ReportDraft draft, ReportFacts facts, OutputStream out) throws IOException {
        DocxReport.write(OfficialText.of(draft, facts, office), out);
    }

    public void pdf(ReportDraft draft, ReportFacts facts, OutputStream out) throws IOException {
        PdfReport.write(OfficialText.of(draft, facts, office), out);
    }
}
