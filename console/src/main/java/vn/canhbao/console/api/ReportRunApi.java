package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.report.ReportDrafts;
import vn.canhbao.report.archive.ArchivedFile;
import vn.canhbao.report.archive.ReportArchive;
import vn.canhbao.report.archive.ReportFormat;
import vn.canhbao.report.archive.ReportMails;
import vn.canhbao.report.archive.ReportPost;
import vn.canhbao.report.archive.ReportRun;
import vn.canhbao.report.archive.ReportRuns;
import vn.canhbao.report.schedule.ReportScheduleDesk;

/** Archived reports: kept as they were made, with their hashes and mails. */
@RestController
class ReportRunApi {

    private final ReportDrafts drafts;
    private final ReportArchive archive;
    private final ReportRuns runs;
    private final ReportMails mails;
    private final ReportPost post;

    ReportRunApi(ReportDrafts drafts, ReportArchive archive, ReportRuns runs, ReportMails mails, ReportPost post) {
        this.drafts = drafts;
        this.archive = archive;
        this.runs = runs;
        this.mails = mails;
        this.post = post;
    }

    /** E-mail addresses; none: only archived. */
    record Addressees(List<String> addressees) {}

    @PostMapping("/api/v1/reports/{id}/runs")
    ResponseEntity<ReportRunView> keep(
            @PathVariable long id, @RequestBody(required = false) Addressees input, Principal person) {
        List<String> addressees = ReportScheduleDesk.addresses(input == null ? null : input.addressees());
        ReportRun run = archive.keep(drafts.get(id), addressees, person.getName());
        return ResponseEntity.created(URI.create("/api/v1/report-runs/" + run.id()))
                .body(view(run));
    }

    @GetMapping("/api/v1/report-runs")
    Page<ReportRunView.Line> list(
            @RequestParam(required = false) Long before, @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        return Page.of(
                runs.page(before, limit + 1),
                limit,
                ReportRunView.Line::of,
                last -> "/api/v1/report-runs?before=" + last.id() + "&limit=" + limit);
    }

    @GetMapping("/api/v1/report-runs/{id}")
    ReportRunView one(@PathVariable long id) {
        return view(runs.get(id));
    }

    @GetMapping("/api/v1/report-runs/{id}.docx")
    ResponseEntity<byte[]> docx(@PathVariable long id) {
        return ArchivedDownload.of(runs.file(id, ReportFormat.DOCX));
    }

    @GetMapping("/api/v1/report-runs/{id}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id) {
        return ArchivedDownload.of(runs.file(id, ReportFormat.PDF));
    }

    @GetMapping("/api/v1/report-runs/{id}.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable long id) {
        return ArchivedDownload.of(runs.file(id, ReportFormat.XLSX));
    }

    @PostMapping("/api/v1/report-runs/{id}/verify")
    List<ArchivedFile.Verdict> verify(@PathVariable long id, Principal person) {
        return archive.verify(id, person.getName());
    }

    @PostMapping("/api/v1/report-runs/{id}/mail")
    ReportRunView mailAgain(@PathVariable long id, Principal person) {
        post.again(id, person.getName());
        return one(id);
    }

    private ReportRunView view(ReportRun run) {
        return ReportRunView.of(run, runs.files(run.id()), mails.ofRun(run.id()));
    }
}
