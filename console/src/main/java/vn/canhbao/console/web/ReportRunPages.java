package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.console.api.ArchivedDownload;
import vn.canhbao.console.api.ReportRunView;
import vn.canhbao.report.ReportDrafts;
import vn.canhbao.report.archive.ReportArchive;
import vn.canhbao.report.archive.ReportFormat;
import vn.canhbao.report.archive.ReportMails;
import vn.canhbao.report.archive.ReportPost;
import vn.canhbao.report.archive.ReportRuns;
import vn.canhbao.report.schedule.ReportScheduleDesk;

/** Archived reports: the list, one with its hashes and mails, its files, verifying, mailing again. */
@Controller
class ReportRunPages {

    private static final int PAGE = 50;

    private final ReportDrafts drafts;
    private final ReportArchive archive;
    private final ReportRuns runs;
    private final ReportMails mails;
    private final ReportPost post;

    ReportRunPages(ReportDrafts drafts, ReportArchive archive, ReportRuns runs, ReportMails mails, ReportPost post) {
        this.drafts = drafts;
        this.archive = archive;
        this.runs = runs;
        this.mails = mails;
        this.post = post;
    }

    @PostMapping("/reports/{id}/archive")
    ModelAndView keep(@PathVariable long id, @RequestParam(required = false) String addressees, Principal person) {
        List<String> addresses = ReportScheduleDesk.addresses(addressees == null ? null : List.of(addressees));
        return new ModelAndView("redirect:/report-runs/"
                + archive.keep(drafts.get(id), addresses, person.getName()).id());
    }

    @GetMapping("/report-runs")
    String list(@RequestParam(required = false) Long before, Model model) {
        List<ReportRunView.Line> found =
                runs.page(before, PAGE + 1).stream().map(ReportRunView.Line::of).toList();
        List<ReportRunView.Line> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("runs", shown);
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
        return "report-runs";
    }

    @GetMapping("/report-runs/{id}")
    ModelAndView one(@PathVariable long id) {
        ModelAndView page = new ModelAndView("report-run", HttpStatus.OK);
        page.addObject("run", ReportRunView.of(runs.get(id), runs.files(id), mails.ofRun(id)));
        page.addObject("mailConfigured", post.configured());
        return page;
    }

    @PostMapping("/report-runs/{id}/verify")
    ModelAndView verify(@PathVariable long id, Principal person) {
        var verdicts = archive.verify(id, person.getName());
        ModelAndView page = one(id);
        page.addObject("verdicts", verdicts);
        return page;
    }

    @PostMapping("/report-runs/{id}/mail")
    String mailAgain(@PathVariable long id, Principal person) {
        post.again(id, person.getName());
        return "redirect:/report-runs/" + id;
    }

    @GetMapping("/report-runs/{id}.docx")
    ResponseEntity<byte[]> docx(@PathVariable long id) {
        return ArchivedDownload.of(runs.file(id, ReportFormat.DOCX));
    }

    @GetMapping("/report-runs/{id}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id) {
        return ArchivedDownload.of(runs.file(id, ReportFormat.PDF));
    }

    @GetMapping("/report-runs/{id}.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable long id) {
        return ArchivedDownload.of(runs.file(id, ReportFormat.XLSX));
    }
}
