package vn.canhbao.console.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.recipient.Suppression;
import vn.canhbao.core.recipient.SuppressionCursor;
import vn.canhbao.core.recipient.SuppressionReason;
import vn.canhbao.core.recipient.SuppressionRegister;

/** The register of numbers that are not sent to. */
@RestController
@RequestMapping("/api/v1/suppressions")
class SuppressionApi {

    private final SuppressionRegister register;

    SuppressionApi(SuppressionRegister register) {
        this.register = register;
    }

    /** In force, newest first; {@code number} is one or its beginning. */
    @GetMapping
    Page<Line> page(
            @RequestParam(required = false) String number,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            Authentication person) {
        Page.check(limit);
        MaskedMsisdn shown = MaskedMsisdn.forRoles(Role.of(person));
        SuppressionCursor from = SuppressionCursor.of(after);
        List<Suppression> found = register.page(number, from, limit + 1);
        List<Suppression> page = found.size() > limit ? found.subList(0, limit) : found;
        return Page.of(
                found,
                limit,
                suppression -> Line.of(suppression, shown),
                last -> "/api/v1/suppressions?" + (number == null ? "" : "number=" + encoded(number) + "&") + "after="
                        + encoded(SuppressionCursor.behind(page, from).toString()) + "&limit=" + limit);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** All of the numbers or, where one can't be read, none. */
    @PostMapping
    ResponseEntity<SuppressionRegister.Added> add(@RequestBody Numbers input, Principal actor) {
        String numbers = input.numbers() == null ? "" : String.join("\n", input.numbers());
        SuppressionRegister.Added added = register.add(numbers, input.reason(), input.note(), actor.getName());
        return ResponseEntity.created(URI.create("/api/v1/suppressions")).body(added);
    }

    /** Answers with everything that is on record of the number; its address never holds it. */
    @PostMapping("/lift")
    List<Line> lift(@RequestBody Lift input, Principal actor) {
        return register.lift(input.number(), input.reason(), actor.getName()).stream()
                // Only who sees whole numbers may lift.
                .map(suppression -> Line.of(suppression, MaskedMsisdn.WHOLE))
                .toList();
    }

    /** {@code {"numbers":["0912…"],"reason":"REFUSED","note":"…"}}. */
    record Numbers(List<String> numbers, SuppressionReason reason, String note) {}

    /** {@code {"number":"0912…","reason":"…"}}. */
    record Lift(String number, String reason) {}

    /** A suppression; {@code liftedAt} is {@code null} while it is in force. */
    record Line(
            String msisdn,
            SuppressionReason reason,
            String note,
            String createdBy,
            OffsetDateTime createdAt,
            String liftedBy,
            OffsetDateTime liftedAt,
            String liftReason) {

        static Line of(Suppression suppression, MaskedMsisdn shown) {
            return new Line(
                    shown.show(suppression.msisdn()),
                    suppression.reason(),
                    shown.showIn(suppression.note()),
                    suppression.createdBy(),
                    LocalTimes.of(suppression.createdAt()),
                    suppression.liftedBy(),
                    LocalTimes.of(suppression.liftedAt()),
                    shown.showIn(suppression.liftReason()));
        }
    }
}
