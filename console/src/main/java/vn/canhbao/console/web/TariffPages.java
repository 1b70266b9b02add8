package vn.canhbao.console.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.operator.Tariffs;
import vn.canhbao.core.problem.InvalidInput;

/** The operators' tariffs, entered by administrators. */
@Controller
@RequestMapping("/tariffs")
class TariffPages {

    private final Tariffs tariffs;
    private final Operators operators;

    TariffPages(Tariffs tariffs, Operators operators) {
        this.tariffs = tariffs;
        this.operators = operators;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("tariffs", tariffs.all());
        model.addAttribute("operators", operators.displayNames());
        return "tariffs";
    }

    @PostMapping
    String enter(
            @RequestParam String operator,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validFrom,
            @RequestParam(required = false) Integer vndPerSegment,
            Principal admin,
            Model model,
            HttpServletResponse response) {
        try {
            tariffs.enter(operator, validFrom, vndPerSegment, admin.getName());
            return "redirect:/tariffs";
        } catch (InvalidInput invalid) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", invalid.problems());
            return all(model);
        }
    }
}
