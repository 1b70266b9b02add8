package vn.canhbao.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.canhbao.console.csv.RejectsFile;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.recipient.RecipientImport;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.core.recipient.RecipientLists;
import vn.canhbao.scheduler.imports.ImportPreview;
import vn.canhbao.scheduler.imports.RecipientColumn;
import vn.canhbao.scheduler.imports.RecipientImporter;
import vn.canhbao.scheduler.imports.RecipientImporter.Reading;
import vn.canhbao.scheduler.table.TextEncoding;

/** A file's way into a list: upload, preview with its columns, start, progress, what was refused. */
@Controller
class ImportPages {

    private static final int SHOWN_REJECTS = 100;

    private final RecipientLists lists;
    private final RecipientImporter importer;
    private final RecipientImports imports;
    private final RejectsFile rejects;
    private final Clock clock;

    ImportPages(
            RecipientLists lists,
            RecipientImporter importer,
            RecipientImports imports,
            RejectsFile rejects,
            Clock clock) {
        this.lists = lists;
        this.importer = importer;
        this.imports = imports;
        this.rejects = rejects;
        this.clock = clock;
    }

    @PostMapping("/recipient-lists/{id}/imports")
    ModelAndView upload(@PathVariable long id, @RequestParam MultipartFile file, Principal actor) throws IOException {
        try (InputStream content = file.getInputStream()) {
            ImportPreview shown =
                    importer.preview(id, file.getOriginalFilename(), content, Reading.AS_FOUND, actor.getName());
            return new ModelAndView("redirect:/imports/" + shown.upload().id() + "/preview");
        } catch (InvalidInput invalid) {
            ModelAndView again = new ModelAndView("recipient-list", HttpStatus.BAD_REQUEST);
            again.addObject("list", lists.get(id));
            again.addObject("imports", List.of());
            again.addObject("errors", invalid.problems());
            return again;
        }
    }

    /** Asked for again when a person chooses another encoding or other columns: {@code column.3=msisdn}. */
    @GetMapping("/imports/{id}/preview")
    ModelAndView preview(@PathVariable long id, @RequestParam MultiValueMap<String, String> form) {
        return preview(id, new ColumnForm(form), HttpStatus.OK);
    }

    @PostMapping("/imports/{id}/start")
    ModelAndView start(@PathVariable long id, @RequestParam MultiValueMap<String, String> form, Principal actor) {
        ColumnForm columns = new ColumnForm(form);
        try {
            importer.start(id, columns.reading(), actor.getName());
            return new ModelAndView("redirect:/imports/" + id);
        } catch (InvalidInput invalid) {
            ModelAndView again = preview(id, columns, HttpStatus.BAD_REQUEST);
            again.addObject("errors", invalid.problems());
            return again;
        }
    }

    private ModelAndView preview(long id, ColumnForm columns, HttpStatus status) {
        ModelAndView page = new ModelAndView("import-preview", status);
        Reading reading = columns.reading();
        try {
            page.addObject("preview", importer.preview(id, reading));
        } catch (InvalidInput notInThisEncoding) {
            page.addObject("preview", importer.preview(id, new Reading(reading.mapping(), null)));
            page.addObject("errors", notInThisEncoding.problems());
        }
        page.addObject("encodings", TextEncoding.values());
        page.addObject("known", RecipientColumn.values());
        return page;
    }

    @PostMapping("/imports/{id}/cancel")
    String cancel(@PathVariable long id, Principal actor) {
        importer.stop(id, actor.getName());
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/resume")
    String resume(@PathVariable long id, Principal actor) {
        importer.resume(id, actor.getName());
        return "redirect:/imports/" + id;
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

    @GetMapping("/imports/{id}/rejects")
    ResponseEntity<StreamingResponseBody> rejects(@PathVariable long id) {
        return rejects.of(id);
    }

    private void addResult(long id, Model model) {
        RecipientImport one = imports.find(id);
        model.addAttribute("import", one);
        model.addAttribute("perSecond", one.perSecond(clock.instant()));
        model.addAttribute("timeLeft", one.timeLeft(clock.instant()).orElse(null));
        model.addAttribute("rejects", imports.rejects(id, 0, SHOWN_REJECTS));
    }
}
