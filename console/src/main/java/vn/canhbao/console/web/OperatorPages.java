package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.operator.OperatorTables;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.recipient.MsisdnParser;
import vn.canhbao.core.recipient.ParsedMsisdn;

/** Prefixes and numbers that moved to another operator. */
@Controller
@RequestMapping("/operators")
class OperatorPages {

    private static final int PAGE = 100;

    private final OperatorTables tables;
    private final Operators operators;

    OperatorPages(OperatorTables tables, Operators operators) {
        this.tables = tables;
        this.operators = operators;
    }

    @GetMapping
    ModelAndView all(@RequestParam(defaultValue = "") String number, @RequestParam(required = false) String after) {
        return page(number, after, List.of());
    }

    @PostMapping("/prefixes")
    ModelAndView prefix(
            @RequestParam(required = false) String prefix,
            @RequestParam(required = false) String operator,
            Principal admin) {
        return done(() -> tables.setPrefix(prefix, operator, admin.getName()));
    }

    @PostMapping("/overrides")
    ModelAndView override(
            @RequestParam(required = false) String number,
            @RequestParam(required = false) String operator,
            Principal admin) {
        return done(() -> tables.setOverride(msisdn(number), operator, admin.getName()));
    }

    @PostMapping("/overrides/remove")
    ModelAndView remove(@RequestParam(required = false) String number, Principal admin) {
        return done(() -> tables.removeOverride(msisdn(number), admin.getName()));
    }

    private String msisdn(String number) {
        return switch (new MsisdnParser(operators.prefixes()).parse(number)) {
            case ParsedMsisdn.Mobile mobile -> mobile.msisdn().digits();
            case ParsedMsisdn.Refused refused -> throw InvalidInput.of("number", refused.reason());
        };
    }

    private ModelAndView done(Runnable command) {
        try {
            command.run();
            return new ModelAndView("redirect:/operators");
        } catch (InvalidInput invalid) {
            return page("", null, invalid.problems());
        }
    }

    private ModelAndView page(String number, String after, List<FieldProblem> problems) {
        String beginning = number.strip().replaceAll("\\D", "").replaceFirst("^0", "84");
        List<OperatorTables.Ported> found = tables.overrides(beginning, after, PAGE + 1);
        ModelAndView page = new ModelAndView("operators", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("prefixes", tables.prefixes());
        page.addObject("overrides", found.subList(0, Math.min(PAGE, found.size())));
        page.addObject("next", found.size() > PAGE ? found.get(PAGE - 1).msisdn() : null);
        page.addObject("number", number);
        page.addObject("operators", operators.displayNames());
        page.addObject("errors", problems.isEmpty() ? null : problems);
        return page;
    }
}
