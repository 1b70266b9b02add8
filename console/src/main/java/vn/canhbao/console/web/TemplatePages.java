package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.console.api.TemplateReader;
import vn.canhbao.console.api.TemplateView;
import vn.canhbao.templates.library.Template;
import vn.canhbao.templates.library.TemplateDesk;
import vn.canhbao.templates.library.Templates;
import vn.canhbao.templates.library.Topics;
import vn.canhbao.templates.library.VersionStatus;

/** The list of templates, one template with its versions, and the buttons of authors and approvers. */
@Controller
@RequestMapping("/templates")
class TemplatePages {

    private static final int PAGE = 50;

    private final Templates templates;
    private final TemplateDesk desk;
    private final TemplateReader reader;
    private final Topics topics;

    TemplatePages(Templates templates, TemplateDesk desk, TemplateReader reader, Topics topics) {
        this.templates = templates;
        this.desk = desk;
        this.reader = reader;
        this.topics = topics;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(required = false) VersionStatus status,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        List<Template> found = templates.page(q, topic.isEmpty() ? null : topic, status, after, PAGE + 1);
        List<Template> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("templates", shown);
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().code() : null);
        model.addAttribute("q", q);
        model.addAttribute("topic", topic);
        model.addAttribute("status", status);
        model.addAttribute("topics", topics.all());
        return "templates";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        List<TemplateView.Version> versions = reader.versions(id);
        model.addAttribute("template", templates.get(id));
        model.addAttribute("versions", versions);
        model.addAttribute("latest", versions.getFirst());
        model.addAttribute("findings", versions.getFirst().findings());
        model.addAttribute("topics", topics.all());
        return "template";
    }

    /** What changed between two versions. */
    @GetMapping("/{id}/diff")
    String diff(@PathVariable long id, @RequestParam int from, @RequestParam int to, Model model) {
        var before = templates.version(id, from);
        var after = templates.version(id, to);
        model.addAttribute("template", templates.get(id));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("accented", TextDiff.between(before.text(), after.text()));
        model.addAttribute("unaccented", TextDiff.between(before.withoutAccents(), after.withoutAccents()));
        return "template-diff";
    }

    @PostMapping("/{id}/submit")
    String submit(@PathVariable long id, Principal author) {
        desk.submit(id, author.getName());
        return back(id);
    }

    @PostMapping("/{id}/approve")
    String approve(@PathVariable long id, @RequestParam int version, Principal approver) {
        desk.approve(id, version, approver.getName());
        return back(id);
    }

    @PostMapping("/{id}/reject")
    String reject(@PathVariable long id, @RequestParam int version, @RequestParam String reason, Principal approver) {
        desk.reject(id, version, approver.getName(), reason);
        return back(id);
    }

    @PostMapping("/{id}/retire")
    String retire(@PathVariable long id, Principal actor) {
        desk.retire(id, actor.getName());
        return back(id);
    }

    private static String back(long id) {
        return "redirect:/templates/" + id;
    }
}
