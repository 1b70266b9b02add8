package vn.canhbao.console.web;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.core.recipient.RecipientList;
import vn.canhbao.core.recipient.RecipientLists;

/** Recipient lists, and the files that filled them. */
@Controller
class RecipientListPages {

    private static final int PAGE = 100;
    private static final int SHOWN_IMPORTS = 10;

    private final RecipientLists lists;
    private final RecipientImports imports;

    RecipientListPages(RecipientLists lists, RecipientImports imports) {
        this.lists = lists;
        this.imports = imports;
    }

    @GetMapping("/recipient-lists")
    String all(@RequestParam(required = false) Long before, Model model) {
        model.addAttribute("lists", lists.page(before, PAGE));
        return "recipient-lists";
    }

    @PostMapping("/recipient-lists")
    ModelAndView create(@RequestParam String name, Principal author) {
        try {
            RecipientList list = lists.create(name, author.getName());
            return new ModelAndView("redirect:/recipient-lists/" + list.id());
        } catch (InvalidInput invalid) {
            ModelAndView again = new ModelAndView("recipient-lists", HttpStatus.BAD_REQUEST);
            again.addObject("errors", invalid.problems());
            again.addObject("lists", lists.page(null, PAGE));
            return again;
        }
    }

    @GetMapping("/recipient-lists/{id}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute("list", lists.get(id));
        model.addAttribute("imports", imports.latest(id, SHOWN_IMPORTS));
        return "recipient-list";
    }
}
