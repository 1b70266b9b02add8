package vn.canhbao.console.api;

import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.report.ReportDesk;
import vn.canhbao.report.ReportDraft;
import vn.canhbao.report.ReportDrafts;
import vn.canhbao.report.ReportFactsReader;
import vn.canhbao.report.ReportPeriod;

/** Official reports: begun for a period, edited, exported. Figures, never a phone number. */
@RestController
@RequestMapping("/api/v1/reports")
class OfficialReportApi {

    private final ReportDesk desk;
    private final ReportDrafts drafts;
    private final ReportFactsReader facts;
    private final ReportFiles files;

    OfficialReportApi(ReportDesk desk, ReportDrafts drafts, ReportFactsReader facts, ReportFiles files) {
        this.desk = desk;
        this.drafts = drafts;
        this.facts = facts;
        this.files = files;
    }

    @GetMapping
    Page<ReportView.Line> list(
            @RequestParam(required = false) Long before, @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        return Page.of(
                drafts.page(before, limit + 1),
                limit,
                ReportView.Line::of,
                last -> "/api/v1/reports?before=" + last.id() + "&limit=" + limit);
    }

    @PostMapping
    ResponseEntity<ReportView> begin(@RequestBody Begin input, Principal author) {
        ReportDraft draft = desk.begin(ReportPeriod.parse(input.period()), author.getName());
        return ResponseEntity.created(URI.create("/api/v1/reports/" + draft.id()))
                .body(view(draft));
    }

    @GetMapping("/{id}")
    ReportView one(@PathVariable long id) {
        return view(drafts.get(id));
    }

    @PatchMapping("/{id}")
    ReportView edit(@PathVariable long id, @RequestBody Edit input, Principal editor) {
        if (input.version() == null) {
            throw InvalidInput.of("version", "phải có: số phiên bản đã đọc (the version that you read is needed)");
        }
        return view(desk.edit(id, input.version(), input.over(drafts.get(id).words()), editor.getName()));
    }

    @GetMapping("/{id}.docx")
    ResponseEntity<byte[]> docx(@PathVariable long id, Principal person) throws IOException {
        return files.docx(id, person.getName());
    }

    @GetMapping("/{id}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, Principal person) throws IOException {
        return files.pdf(id, person.getName());
    }

    @GetMapping("/{id}.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable long id, Principal person) throws IOException {
        return files.xlsx(id, person.getName());
    }

    @GetMapping("/{id}.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id, Principal person) throws IOException {
        return files.csv(id, person.getName());
    }

    private ReportView view(ReportDraft draft) {
        return ReportView.of(draft, facts.read(draft.period()));
    }

    /** {@code {"period":"2026-11"}}; {@code 2026-Q4}, {@code 2026}, {@code 2026-11-01/2026-11-20} too. */
    record Begin(String period) {}

    /** The version that was read, and the words that change. */
    record Edit(
            Integer version,
            String subject,
            List<String> addressees,
            List<String> bases,
            List<List<String>> sections,
            List<String> receivers,
            List<String> signerTitle,
            String signerName) {

        ReportDraft.Words over(ReportDraft.Words words) {
            return new ReportDraft.Words(
                    or(subject, words.subject()),
                    or(addressees, words.addressees()),
                    or(bases, words.bases()),
                    or(sections, words.sections()),
                    or(receivers, words.receivers()),
                    or(signerTitle, words.signerTitle()),
                    or(signerName, words.signerName()));
        }

        private static <T> T or(T changed, T kept) {
            return changed == null ? kept : changed;
        }
    }
}
