package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.recipient.FormerState;
import vn.canhbao.core.recipient.RecipientHistory;

/** What was known of a recipient before imports changed it, latest first. */
@RestController
class RecipientHistoryApi {

    private final RecipientHistory history;

    RecipientHistoryApi(RecipientHistory history) {
        this.history = history;
    }

    @GetMapping("/api/v1/recipients/{id}/history")
    Page<Former> of(
            @PathVariable long id,
            @RequestParam(required = false) Long before,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            Authentication person) {
        Page.check(limit);
        MaskedMsisdn shown = MaskedMsisdn.forRoles(Role.of(person));
        return Page.of(
                history.of(id, before, limit + 1),
                limit,
                state -> Former.of(state, shown),
                last -> "/api/v1/recipients/" + id + "/history?before=" + last.id() + "&limit=" + limit);
    }

    /** A former state as scripts read it; {@code changedBy} asked for the import that changed it. */
    record Former(
            String fullName,
            String unit,
            String attributes,
            OffsetDateTime until,
            long importId,
            String fileName,
            String changedBy) {

        static Former of(FormerState state, MaskedMsisdn shown) {
            return new Former(
                    state.fullName(),
                    state.unit(),
                    shown.showIn(state.attributes()),
                    LocalTimes.of(state.until()),
                    state.importId(),
                    state.fileName(),
                    state.changedBy());
        }
    }
}
