package vn.canhbao.console.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.report.ReportDraft;
import vn.canhbao.report.ReportDrafts;
import vn.canhbao.report.ReportFacts;
import vn.canhbao.report.ReportFactsReader;
import vn.canhbao.report.document.ReportDocuments;
import vn.canhbao.report.table.CsvFile;
import vn.canhbao.report.table.ReportTables;
import vn.canhbao.report.table.RowsFile;
import vn.canhbao.report.table.XlsxFile;

/** Makes the files of a report, for REST and the page; every export lands in the audit trail. */
@Component
public class ReportFiles {

    private final ReportDrafts drafts;
    private final ReportFactsReader reader;
    private final ReportDocuments documents;
    private final AuditTrail audit;

    ReportFiles(ReportDrafts drafts, ReportFactsReader reader, ReportDocuments documents, AuditTrail audit) {
        this.drafts = drafts;
        this.reader = reader;
        this.documents = documents;
        this.audit = audit;
    }

    public ResponseEntity<byte[]> docx(long id, String person) throws IOException {
        return file(Download.DOCX, id, person, documents::docx);
    }

    public ResponseEntity<byte[]> pdf(long id, String person) throws IOException {
        return file(Download.PDF, id, person, documents::pdf);
    }

    public ResponseEntity<byte[]> xlsx(long id, String person) throws IOException {
        return file(Download.XLSX, id, person, (draft, facts, out) -> tables(new XlsxFile(out), facts));
    }

    public ResponseEntity<byte[]> csv(long id, String person) throws IOException {
        return file(Download.CSV, id, person, (draft, facts, out) -> tables(new CsvFile(out, true), facts));
    }

    private ResponseEntity<byte[]> file(Download kind, long id, String person, Writer writer) throws IOException {
        ReportDraft draft = drafts.get(id);
        var out = new ByteArrayOutputStream();
        writer.write(draft, reader.read(draft.period()), out);
        audit.record(person, "REPORT_EXPORTED", "report " + id, kind.name());
        return kind.answer("bao-cao-" + draft.period().text().replace('/', '_'), out.toByteArray());
    }

    private static void tables(RowsFile file, ReportFacts facts) throws IOException {
        try (file) {
            file.tables(ReportTables.all(facts));
        }
    }

    private interface Writer {
        void write(ReportDraft draft, ReportFacts facts, ByteArrayOutputStream out) throws IOException;
    }
}
