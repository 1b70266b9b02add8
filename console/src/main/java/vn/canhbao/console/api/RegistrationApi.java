package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.templates.registration.Registration;
import vn.canhbao.templates.registration.RegistrationDraft;
import vn.canhbao.templates.registration.Registrations;

/** What is registered with which operator: sender ids and templates. */
@RestController
@RequestMapping("/api/v1/registrations")
class RegistrationApi {

    private final Registrations registrations;

    RegistrationApi(Registrations registrations) {
        this.registrations = registrations;
    }

    @GetMapping
    Page<Registration> list(
            @RequestParam(required = false) Long before, @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        return Page.of(
                registrations.page(before, limit + 1),
                limit,
                registration -> registration,
                last -> "/api/v1/registrations?before=" + last.id() + "&limit=" + limit);
    }

    @GetMapping("/{id}")
    Registration one(@PathVariable long id) {
        return registrations.get(id);
    }

    @PostMapping
    ResponseEntity<Registration> create(@RequestBody RegistrationDraft draft, Principal actor) {
        Registration registration = registrations.create(draft, actor.getName());
        return ResponseEntity.created(URI.create("/api/v1/registrations/" + registration.id()))
                .body(registration);
    }

    /** Number, status, dates and note. */
    @PutMapping("/{id}")
    Registration change(@PathVariable long id, @RequestBody RegistrationDraft draft, Principal actor) {
        return registrations.change(id, draft, actor.getName());
    }
}
