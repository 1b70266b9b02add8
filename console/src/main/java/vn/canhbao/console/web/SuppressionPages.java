package vn.canhbao.console.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.core.recipient.Suppression;
import vn.canhbao.core.recipient.SuppressionCursor;
import vn.canhbao.core.recipient.SuppressionReason;
import vn.canhbao.core.recipient.SuppressionRegister;

/** The register of numbers that are not sent to: search, add some or a file of them, lift one. */
@Controller
@RequestMapping("/suppressions")
class SuppressionPages {

    private static final int PAGE = 50;

    private final SuppressionRegister register;

    SuppressionPages(SuppressionRegister register) {
        this.register = register;
    }

    @GetMapping
    ModelAndView search(@RequestParam(defaultValue = "") String number, @RequestParam(required = false) String after) {
        return page(number, SuppressionCursor.of(after), List.of());
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "") String numbers,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) SuppressionReason reason,
            @RequestParam(required = false) String note,
            Principal actor)
            throws IOException {
        String all = file == null || file.isEmpty()
                ? numbers
                : numbers + "\n" + new String(file.getBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        return done(() -> {
            SuppressionRegister.Added added = register.add(all, reason, note, actor.getName());
            ModelAndView page = page("", null, List.of());
            page.addObject("added", added);
            return page;
        });
    }

    @PostMapping("/lift")
    ModelAndView lift(@RequestParam String number, @RequestParam String reason, Principal actor) {
        return done(() -> {
            register.lift(number, reason, actor.getName());
            return new ModelAndView("redirect:/suppressions");
        });
    }

    private ModelAndView done(Supplier<ModelAndView> command) {
        try {
            return command.get();
        } catch (InvalidInput invalid) {
            return page("", null, invalid.problems());
        } catch (NotFound gone) {
            return page("", null, List.of(new FieldProblem("number", gone.getMessage())));
        }
    }

    private ModelAndView page(String number, SuppressionCursor from, List<FieldProblem> problems) {
        List<Suppression> found = register.page(number, from, PAGE + 1);
        List<Suppression> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        ModelAndView page =
                new ModelAndView("suppressions", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("number", number);
        page.addObject("suppressions", shown);
        page.addObject("next", found.size() > PAGE ? SuppressionCursor.behind(shown, from) : null);
        page.addObject("reasons", SuppressionReason.values());
        page.addObject("errors", problems.isEmpty() ? null : problems);
        return page;
    }
}
