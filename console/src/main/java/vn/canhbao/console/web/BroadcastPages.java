package vn.canhbao.console.web;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.console.api.BroadcastReader;
import vn.canhbao.console.api.BroadcastView;
import vn.canhbao.console.api.LetterFiles;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.report.broadcast.AreaCount;
import vn.canhbao.report.broadcast.Broadcast;
import vn.canhbao.report.broadcast.BroadcastDesk;
import vn.canhbao.report.broadcast.Broadcasts;
import vn.canhbao.report.broadcast.CountFile;

/** What operators send to their own subscribers at the office's request. */
@Controller
@RequestMapping("/broadcasts")
class BroadcastPages {

    private static final int PAGE = 50;

    private final Broadcasts broadcasts;
    private final BroadcastReader reader;
    private final BroadcastDesk desk;
    private final Operators operators;
    private final LetterFiles letters;

    BroadcastPages(
            Broadcasts broadcasts,
            BroadcastReader reader,
            BroadcastDesk desk,
            Operators operators,
            LetterFiles letters) {
        this.broadcasts = broadcasts;
        this.reader = reader;
        this.desk = desk;
        this.operators = operators;
        this.letters = letters;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) Long before) {
        List<BroadcastView> found = reader.page(before, PAGE + 1);
        List<BroadcastView> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        ModelAndView page = new ModelAndView("broadcasts");
        page.addObject("broadcasts", shown);
        page.addObject("next", found.size() > PAGE ? shown.getLast().id() : null);
        return page;
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return form(BroadcastForm.EMPTY, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView draft(BroadcastForm form, Principal author) {
        try {
            return back(desk.draft(form.request(), author.getName()).id());
        } catch (InvalidInput invalid) {
            return form(form, HttpStatus.BAD_REQUEST).addObject("errors", invalid.problems());
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable long id) {
        Broadcast broadcast = broadcasts.get(id);
        return page(broadcast, BroadcastForm.of(broadcast), HttpStatus.OK);
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable long id, BroadcastForm form, Principal author) {
        return done(id, form, () -> desk.change(id, form.request(), author.getName()));
    }

    @PostMapping("/{id}/submit")
    ModelAndView submit(@PathVariable long id, Principal author) {
        return done(id, null, () -> desk.submit(id, author.getName()));
    }

    @PostMapping("/{id}/approve")
    ModelAndView approve(@PathVariable long id, Principal approver) {
        return done(id, null, () -> desk.approve(id, approver.getName()));
    }

    @PostMapping("/{id}/reject")
    ModelAndView reject(@PathVariable long id, @RequestParam(required = false) String reason, Principal approver) {
        return done(id, null, () -> desk.reject(id, approver.getName(), reason));
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable long id, Principal person) {
        return done(id, null, () -> desk.cancel(id, person.getName()));
    }

    @PostMapping("/{id}/counts")
    ModelAndView report(
            @PathVariable long id,
            @RequestParam(required = false) String sentOn,
            @RequestParam(defaultValue = "-1") long subscribers,
            @RequestParam(defaultValue = "-1") long sent,
            @RequestParam(defaultValue = "-1") long delivered,
            @RequestParam(defaultValue = "-1") long failed,
            Principal person) {
        String area = broadcasts.get(id).request().area();
        AreaCount all = new AreaCount(
                area.length() > 200 ? area.substring(0, 200) : area, subscribers, sent, delivered, failed);
        return done(id, null, () -> desk.report(id, BroadcastForm.instant(sentOn), List.of(all), person.getName()));
    }

    @PostMapping("/{id}/counts/import")
    ModelAndView importCounts(
            @PathVariable long id,
            @RequestParam(required = false) String sentOn,
            @RequestParam(required = false) MultipartFile file,
            Principal person)
            throws IOException {
        byte[] content = file == null ? new byte[0] : file.getBytes();
        return done(
                id,
                null,
                () -> desk.report(id, BroadcastForm.instant(sentOn), CountFile.read(content), person.getName()));
    }

    @GetMapping("/{id}/letter.docx")
    ResponseEntity<byte[]> docx(@PathVariable long id, Principal person) throws IOException {
        return letters.docx(id, person.getName());
    }

    @GetMapping("/{id}/letter.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, Principal person) throws IOException {
        return letters.pdf(id, person.getName());
    }

    private ModelAndView done(long id, BroadcastForm form, Supplier<Broadcast> command) {
        try {
            command.get();
            return back(id);
        } catch (InvalidInput invalid) {
            Broadcast broadcast = broadcasts.get(id);
            return page(broadcast, form == null ? BroadcastForm.of(broadcast) : form, HttpStatus.BAD_REQUEST)
                    .addObject("errors", invalid.problems());
        }
    }

    private ModelAndView page(Broadcast broadcast, BroadcastForm form, HttpStatus status) {
        ModelAndView page = new ModelAndView("broadcast", status);
        page.addObject("broadcast", BroadcastView.of(broadcast, broadcasts.counts(broadcast.id())));
        page.addObject("approved", broadcast.status().approved());
        page.addObject("form", form);
        page.addObject("operators", choices());
        return page;
    }

    private ModelAndView form(BroadcastForm form, HttpStatus status) {
        ModelAndView page = new ModelAndView("broadcast-new", status);
        page.addObject("form", form);
        page.addObject("operators", choices());
        return page;
    }

    private Map<String, String> choices() {
        Map<String, String> names = operators.displayNames();
        names.remove(Operators.UNKNOWN);
        return names;
    }

    private static ModelAndView back(long id) {
        return new ModelAndView("redirect:/broadcasts/" + id);
    }
}
