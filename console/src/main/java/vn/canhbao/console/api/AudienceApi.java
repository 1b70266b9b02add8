package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.campaign.AudiencePreview;
import vn.canhbao.core.campaign.AudiencePreviews;
import vn.canhbao.core.campaign.AudienceRules;
import vn.canhbao.core.campaign.SavedAudience;
import vn.canhbao.core.campaign.SavedAudiences;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;

/** Saved audiences, and how many people one has now. */
@RestController
@RequestMapping("/api/v1/audiences")
class AudienceApi {

    private final SavedAudiences audiences;
    private final AudienceRules rules;
    private final AudiencePreviews previews;

    AudienceApi(SavedAudiences audiences, AudienceRules rules, AudiencePreviews previews) {
        this.audiences = audiences;
        this.rules = rules;
        this.previews = previews;
    }

    @GetMapping
    Page<AudienceView> list(
            @RequestParam(required = false) Long before, @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        return Page.of(
                audiences.page(before, limit + 1),
                limit,
                AudienceView::of,
                last -> "/api/v1/audiences?before=" + last.id() + "&limit=" + limit);
    }

    @GetMapping("/{id}")
    AudienceView one(@PathVariable long id) {
        return AudienceView.of(audiences.get(id));
    }

    @PostMapping
    ResponseEntity<AudienceView> create(@RequestBody AudienceInput.Named input, Principal author) {
        SavedAudience saved = audiences.create(input.name(), input.definition(), author.getName());
        return ResponseEntity.created(URI.create("/api/v1/audiences/" + saved.id()))
                .body(AudienceView.of(saved));
    }

    @PutMapping("/{id}")
    AudienceView change(@PathVariable long id, @RequestBody AudienceInput.Named input, Principal author) {
        return AudienceView.of(audiences.change(id, input.name(), input.definition(), author.getName()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable long id, Principal author) {
        audiences.delete(id, author.getName());
        return ResponseEntity.noContent().build();
    }

    /** Of a definition that need not be saved. */
    @PostMapping("/preview")
    AudiencePreview preview(@RequestBody AudienceInput input) {
        List<FieldProblem> problems = rules.problems(input.definition(), "");
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return previews.of(input.definition().audience());
    }
}
