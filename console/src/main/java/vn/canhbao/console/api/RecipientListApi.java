package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.recipient.RecipientList;
import vn.canhbao.core.recipient.RecipientLists;

/** Recipient lists. */
@RestController
@RequestMapping("/api/v1/recipient-lists")
class RecipientListApi {

    private final RecipientLists lists;

    RecipientListApi(RecipientLists lists) {
        this.lists = lists;
    }

    @GetMapping
    Page<RecipientList> list(
            @RequestParam(required = false) Long before, @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        return Page.of(
                lists.page(before, limit + 1),
                limit,
                list -> list,
                last -> "/api/v1/recipient-lists?before=" + last.id() + "&limit=" + limit);
    }

    @GetMapping("/{id}")
    RecipientList one(@PathVariable long id) {
        return lists.get(id);
    }

    @PostMapping
    ResponseEntity<RecipientList> create(@RequestBody Name input, Principal author) {
        RecipientList list = lists.create(input.name(), author.getName());
        return ResponseEntity.created(URI.create("/api/v1/recipient-lists/" + list.id()))
                .body(list);
    }

    /** {@code {"name":"…"}}. */
    record Name(String name) {}
}
