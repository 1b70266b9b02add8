package vn.canhbao.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.core.recipient.RecipientList;
import vn.canhbao.core.recipient.RecipientLists;
import vn.canhbao.scheduler.imports.RecipientImporter;

/** Recipient lists, uploading a file into one, and what became of the file. */
@Controller
class RecipientListPages {

    private static final int PAGE = 100;

    private final RecipientLists lists;
    private final RecipientImporter importer;
    private final RecipientImports imports;

    RecipientListPages(RecipientLists lists, RecipientImporter importer, RecipientImports imports) {
        this.lists = lists;
        this.importer = importer;
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
        return "recipient-list";
    }

    @PostMapping("/recipient-lists/{id}/imports")
    ModelAndView upload(@PathVariable long id, @RequestParam MultipartFile file, Principal actor) throws IOException {
        try (InputStream content = file.getInputStream()) {
            long started = importer.start(id, file.getOriginalFilename(), content, Map.of(), actor.getName())
                    .id();
            return new ModelAndView("redirect:/imports/" + started);
        } catch (InvalidInput invalid) {
            ModelAndView again = new ModelAndView("recipient-list", HttpStatus.BAD_REQUEST);
            again.addObject("list", lists.get(id));
            again.addObject("errors", invalid.problems());
            return again;
        }
    }

    @GetMapping("/imports/{id}")
    String result(@PathVariable long id, Model model) {
        addResult(id, model);
        return "import";
    }

    @GetMapping("/imports/{id}/result")
    String resultAlone(@PathVariable long id, Model model) {
        addResult(id, model);
        return "import-result";
    }

    private void addResult(long id, Model model) {
        model.addAttribute("import", imports.find(id));
        model.addAttribute("rejects", imports.rejects(id));
    }
}
