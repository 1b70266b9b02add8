package vn.canhbao.console.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.inbound.InboundAction;
import vn.canhbao.core.inbound.InboundKind;
import vn.canhbao.core.inbound.InboundMessage;
import vn.canhbao.core.inbound.InboundMessages;

/** What subscribers sent in their own words, so never for the supervising office; their numbers as the role may see them. */
@RestController
class InboundApi {

    private final InboundMessages messages;

    InboundApi(InboundMessages messages) {
        this.messages = messages;
    }

    /**
     * The oldest first.
     *
     * @param since received then or later, ISO 8601 with offset
     * @param after the id of the last one seen
     */
    @GetMapping("/api/v1/inbound")
    Page<Inbound> page(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime since,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            Authentication caller) {
        Page.check(limit);
        MaskedMsisdn numbers = MaskedMsisdn.forRoles(Role.of(caller));
        return Page.of(
                messages.page(since == null ? Instant.EPOCH : since.toInstant(), after, limit + 1),
                limit,
                message -> Inbound.of(message, numbers),
                last -> next(since, last.id(), limit));
    }

    // In UTC: the "+" of an offset would be a space in a query.
    private static String next(OffsetDateTime since, long after, int limit) {
        UriComponentsBuilder next = UriComponentsBuilder.fromPath("/api/v1/inbound");
        if (since != null) {
            next.queryParam("since", since.toInstant());
        }
        return next.queryParam("after", after).queryParam("limit", limit).toUriString();
    }

    /**
     * A subscriber's message.
     *
     * @param messageId the message that was acknowledged, or the confirmation that was sent
     */
    record Inbound(
            long id,
            OffsetDateTime receivedAt,
            String link,
            String from,
            String to,
            String text,
            boolean complete,
            InboundKind kind,
            InboundAction action,
            Long messageId) {

        static Inbound of(InboundMessage message, MaskedMsisdn numbers) {
            return new Inbound(
                    message.id(),
                    LocalTimes.of(message.receivedAt()),
                    message.link(),
                    numbers.show(message.sourceAddr()),
                    message.destAddr(),
                    numbers.showIn(message.text()),
                    message.complete(),
                    message.kind(),
                    message.action(),
                    message.messageId());
        }
    }
}
