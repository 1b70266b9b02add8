package vn.canhbao.report.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.report.ReportDraft;
import vn.canhbao.report.ReportFacts;
import vn.canhbao.report.ReportFactsReader;
import vn.canhbao.report.document.ReportDocuments;
import vn.canhbao.report.table.ReportTables;
import vn.canhbao.report.table.XlsxFile;

/** Makes the files of a draft once, from one reading of the figures, and keeps them for good. */
@Component
public class ReportArchive {

    private final ReportFactsReader reader;
    private final ReportDocuments documents;
    private final ReportRuns runs;
    private final ReportMails mails;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public ReportArchive(
            ReportFactsReader reader,
            ReportDocuments documents,
            ReportRuns runs,
            ReportMails mails,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.reader = reader;
        this.documents = documents;
        this.runs = runs;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A person's run of a draft, mailed to these addresses, if any. */
    public ReportRun keep(ReportDraft draft, List<String> addressees, String person) {
        List<ArchivedFile> files = files(draft);
        return transaction.execute(all -> add(draft, false, files, addressees, person));
    }

    /** The schedule's run of a draft's period; empty if it has been made already, here or by another process. */
    public Optional<ReportRun> keepScheduled(ReportDraft draft, List<String> addressees, String maker) {
        if (runs.scheduledExists(draft.period())) {
            return Optional.empty();
        }
        List<ArchivedFile> files = files(draft);
        try {
            return Optional.of(transaction.execute(all -> add(draft, true, files, addressees, maker)));
        } catch (DuplicateKeyException madeMeanwhile) {
            return Optional.empty();
        }
    }

    /** Hashes every file of a run again; the verdict lands in the audit trail. */
    public List<ArchivedFile.Verdict> verify(long runId, String person) {
        runs.get(runId);
        List<ArchivedFile.Verdict> verdicts =
                runs.files(runId).stream().map(ArchivedFile::verdict).toList();
        List<String> changed = verdicts.stream()
                .filter(verdict -> !verdict.intact())
                .map(ArchivedFile.Verdict::name)
                .toList();
        audit.record(
                person,
                "REPORT_VERIFIED",
                "report run " + runId,
                changed.isEmpty() ? "intact" : "CHANGED " + String.join(" ", changed));
        return verdicts;
    }

    // Made before the transaction: the figures are read in a snapshot of their own.
    private List<ArchivedFile> files(ReportDraft draft) {
        try {
            ReportFacts facts = reader.read(draft.period());
            List<ArchivedFile> files = new ArrayList<>();
            for (ReportFormat format : ReportFormat.values()) {
                var out = new ByteArrayOutputStream();
                switch (format) {
                    case DOCX -> documents.docx(draft, facts, out);
                    case PDF -> documents.pdf(draft, facts, out);
                    case XLSX -> {
                        try (XlsxFile file = new XlsxFile(out)) {
                            file.tables(ReportTables.all(facts));
                        }
                    }
                }
                String name = "bao-cao-" + draft.period().text().replace('/', '_') + "." + format.ending();
                files.add(ArchivedFile.of(format, name, out.toByteArray()));
            }
            return files;
        } catch (IOException intoMemoryOnly) {
            throw new UncheckedIOException(intoMemoryOnly);
        }
    }

    private ReportRun add(
            ReportDraft draft, boolean scheduled, List<ArchivedFile> files, List<String> addressees, String maker) {
        Instant now = clock.instant();
        long id = runs.add(draft, scheduled, maker, now, files);
        mails.add(id, addressees, now);
        audit.record(
                maker, "REPORT_ARCHIVED", "report run " + id, draft.period().text() + " of report " + draft.id());
        return runs.get(id);
    }
}
