package vn.canhbao.console.web;

import java.io.IOException;
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
import vn.canhbao.console.api.ReportFiles;
import vn.canhbao.console.api.ReportView;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.report.ReportDesk;
import vn.canhbao.report.ReportDraft;
import vn.canhbao.report.ReportDrafts;
import vn.canhbao.report.ReportFactsReader;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.table.ReportTables;

/** Official reports: the list, one with its words to edit and its figures, the files. */
@Controller
class ReportPages {

    private static final int PAGE = 50;

    private final ReportDesk desk;
    private final ReportDrafts drafts;
    private final ReportFactsReader facts;
    private final ReportFiles files;

    ReportPages(ReportDesk desk, ReportDrafts drafts, ReportFactsReader facts, ReportFiles files) {
        this.desk = desk;
        this.drafts = drafts;
        this.facts = facts;
        this.files = files;
    }

    @GetMapping("/reports")
    String list(@RequestParam(required = false) Long before, Model model) {
        List<ReportView.Line> found =
                drafts.page(before, PAGE + 1).stream().map(ReportView.Line::of).toList();
        List<ReportView.Line> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("reports", shown);
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
        return "reports";
    }

    @PostMapping("/reports")
    ModelAndView begin(@RequestParam String period, Principal author) {
        try {
            return new ModelAndView("redirect:/reports/"
                    + desk.begin(ReportPeriod.parse(period), author.getName()).id());
        } catch (InvalidInput invalid) {
            ModelAndView again = new ModelAndView("reports", HttpStatus.BAD_REQUEST);
            again.addObject("errors", invalid.problems());
            again.addObject(
                    "reports",
                    drafts.page(null, PAGE).stream().map(ReportView.Line::of).toList());
            return again;
        }
    }

    @GetMapping("/reports/{id}")
    ModelAndView one(@PathVariable long id) {
        ReportDraft draft = drafts.get(id);
        return page(draft, ReportForm.of(draft), HttpStatus.OK);
    }

    @PostMapping("/reports/{id}")
    ModelAndView edit(@PathVariable long id, ReportForm form, Principal editor) {
        try {
            desk.edit(id, form.version(), form.words(), editor.getName());
            return new ModelAndView("redirect:/reports/" + id);
        } catch (InvalidInput invalid) {
            ModelAndView again = page(drafts.get(id), form, HttpStatus.BAD_REQUEST);
            again.addObject("errors", invalid.problems());
            return again;
        }
    }

    @GetMapping("/reports/{id}.docx")
    ResponseEntity<byte[]> docx(@PathVariable long id, Principal person) throws IOException {
        return files.docx(id, person.getName());
    }

    @GetMapping("/reports/{id}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, Principal person) throws IOException {
        return files.pdf(id, person.getName());
    }

    @GetMapping("/reports/{id}.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable long id, Principal person) throws IOException {
        return files.xlsx(id, person.getName());
    }

    @GetMapping("/reports/{id}.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id, Principal person) throws IOException {
        return files.csv(id, person.getName());
    }

    private ModelAndView page(ReportDraft draft, ReportForm form, HttpStatus status) {
        ModelAndView page = new ModelAndView("report", status);
        page.addObject("report", draft);
        page.addObject("form", form);
        page.addObject("headings", ReportDraft.HEADINGS);
        page.addObject(
                "tables",
                ReportTables.all(facts.read(draft.period())).stream()
                        .map(ShownTable::of)
                        .toList());
        return page;
    }
}
