package vn.canhbao.console.web;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.console.estimate.EstimateReader;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.operator.Tariffs;
import vn.canhbao.scheduler.estimate.RecipientPreview;
import vn.canhbao.scheduler.estimate.RecipientPreviews;

/** The parts of a campaign's page that are asked for after it: the estimate, and the text of any recipient. */
@Controller
@RequestMapping("/campaigns/{id}")
class EstimatePages {

    private final EstimateReader estimates;
    private final RecipientPreviews previews;
    private final Operators operators;
    private final Tariffs tariffs;

    EstimatePages(EstimateReader estimates, RecipientPreviews previews, Operators operators, Tariffs tariffs) {
        this.estimates = estimates;
        this.previews = previews;
        this.operators = operators;
        this.tariffs = tariffs;
    }

    @GetMapping("/estimate")
    String estimate(@PathVariable long id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("estimate", estimates.of(id));
        return "campaign-estimate";
    }

    @PostMapping("/estimate")
    String again(@PathVariable long id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("estimate", estimates.again(id));
        return "campaign-estimate";
    }

    /** By words of the search field, else the one after {@code after}. */
    @GetMapping("/recipient")
    String recipient(
            @PathVariable long id,
            @RequestParam(required = false) String words,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        boolean searched = words != null && !words.isBlank();
        Optional<RecipientPreview> found = searched ? previews.find(id, words) : previews.after(id, after);
        model.addAttribute("id", id);
        model.addAttribute("searched", searched);
        model.addAttribute("one", found.orElse(null));
        found.ifPresent(one -> {
            model.addAttribute("operator", operators.displayNames().get(one.operator()));
            model.addAttribute("vnd", tariffs.today().get(one.operator()));
        });
        return "campaign-recipient";
    }
}
