package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.canhbao.templates.library.Template;
import vn.canhbao.templates.library.TemplateDesk;
import vn.canhbao.templates.library.TemplateDraft;
import vn.canhbao.templates.library.Templates;
import vn.canhbao.templates.library.Topic;
import vn.canhbao.templates.library.Topics;
import vn.canhbao.templates.library.VersionStatus;

/** Templates, their versions, and the commands of authors and approvers. */
@RestController
@RequestMapping("/api/v1/templates")
class TemplateApi {

    private final Templates templates;
    private final TemplateDesk desk;
    private final TemplateReader reader;
    private final Topics topics;

    TemplateApi(Templates templates, TemplateDesk desk, TemplateReader reader, Topics topics) {
        this.templates = templates;
        this.desk = desk;
        this.reader = reader;
        this.topics = topics;
    }

    /**
     * By code.
     *
     * @param q a part of code or name, with or without accents
     * @param status of the latest version; {@code APPROVED} finds what campaigns can use
     * @param after the code of the last one seen
     */
    @GetMapping
    Page<TemplateView.Line> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) String topic,
            @RequestParam(required = false) VersionStatus status,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        return Page.of(
                templates.page(q, topic, status, after, limit + 1),
                limit,
                TemplateView.Line::of,
                last -> next(q, topic, status, last.code(), limit));
    }

    private static String next(String q, String topic, VersionStatus status, String after, int limit) {
        var next = UriComponentsBuilder.fromPath("/api/v1/templates")
                .queryParam("after", after)
                .queryParam("limit", limit);
        if (!q.isEmpty()) {
            next.queryParam("q", q);
        }
        if (topic != null) {
            next.queryParam("topic", topic);
        }
        if (status != null) {
            next.queryParam("status", status);
        }
        return next.encode().toUriString();
    }

    @GetMapping("/topics")
    Collection<Topic> topics() {
        return topics.all().values();
    }

    @GetMapping("/{id}")
    TemplateView one(@PathVariable long id) {
        return reader.view(id);
    }

    @GetMapping("/{id}/versions")
    List<TemplateView.Version> versions(@PathVariable long id) {
        return reader.versions(id);
    }

    @PostMapping
    ResponseEntity<TemplateView> create(@RequestBody TemplateDraft draft, Principal author) {
        Template template = desk.create(draft, author.getName());
        return ResponseEntity.created(URI.create("/api/v1/templates/" + template.id()))
                .body(reader.view(template));
    }

    /** Changes the draft, or begins a new version; the code stays. */
    @PutMapping("/{id}")
    TemplateView change(@PathVariable long id, @RequestBody TemplateDraft draft, Principal author) {
        return reader.view(desk.change(id, draft, author.getName()));
    }

    @PostMapping("/{id}/submit")
    TemplateView submit(@PathVariable long id, Principal author) {
        return reader.view(desk.submit(id, author.getName()));
    }

    @PostMapping("/{id}/approve")
    TemplateView approve(@PathVariable long id, @RequestBody(required = false) Decision read, Principal approver) {
        return reader.view(desk.approve(id, read == null ? null : read.version(), approver.getName()));
    }

    @PostMapping("/{id}/reject")
    TemplateView reject(@PathVariable long id, @RequestBody Decision decision, Principal approver) {
        return reader.view(desk.reject(id, decision.version(), approver.getName(), decision.reason()));
    }

    @PostMapping("/{id}/retire")
    TemplateView retire(@PathVariable long id, Principal actor) {
        return reader.view(desk.retire(id, actor.getName()));
    }

    /**
     * What an approver has read: {@code {"version":2,"reason":"…"}}.
     *
     * @param version {@code null}: the latest
     * @param reason of a rejection
     */
    record Decision(Integer version, String reason) {}
}
