package vn.canhbao.console.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.core.message.Messages;
import vn.canhbao.core.recipient.RecipientDirectory;
import vn.canhbao.core.recipient.RecipientHistory;
import vn.canhbao.core.recipient.RecipientView;
import vn.canhbao.core.recipient.SuppressionRegister;

/** People: a search without accents, and everything about one of them. */
@Controller
@RequestMapping("/recipients")
class RecipientPages {

    private static final int PAGE = 50;

    private final RecipientDirectory directory;
    private final SuppressionRegister suppressions;
    private final Messages messages;
    private final RecipientHistory history;

    RecipientPages(
            RecipientDirectory directory,
            SuppressionRegister suppressions,
            Messages messages,
            RecipientHistory history) {
        this.directory = directory;
        this.suppressions = suppressions;
        this.messages = messages;
        this.history = history;
    }

    @GetMapping
    String search(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) Long before, Model model) {
        List<RecipientView> found = directory.search(q, before, PAGE + 1);
        List<RecipientView> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("q", q);
        model.addAttribute("people", shown);
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
        return "recipients";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        RecipientView person = directory.get(id);
        model.addAttribute("person", person);
        model.addAttribute("lists", directory.listsOf(id));
        model.addAttribute("suppressions", suppressions.of(person.msisdn()));
        model.addAttribute("messages", messages.latestTo(person.msisdn(), PAGE));
        model.addAttribute("history", history.of(id, null, PAGE));
        return "recipient";
    }
}
