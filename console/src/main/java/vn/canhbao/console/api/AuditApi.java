package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.audit.AuditEntry;
import vn.canhbao.core.audit.AuditSearch;
import vn.canhbao.core.audit.AuditTrail;

/** The audit trail, the newest first. */
@RestController
class AuditApi {

    private final AuditTrail trail;

    AuditApi(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * @param subject {@code campaign 12}, or {@code campaign} for all of them
     * @param before the id of the last one seen
     */
    @GetMapping("/api/v1/audit")
    Page<Entry> search(
            @RequestParam(required = false) String actor,
            @RequestParam(required = false) String action,
            @RequestParam(required = false) String subject,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime since,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime until,
            @RequestParam(required = false) Long before,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            Authentication caller) {
        Page.check(limit);
        AuditSearch search = new AuditSearch(
                actor,
                action,
                subject,
                since == null ? null : since.toInstant(),
                until == null ? null : until.toInstant());
        MaskedMsisdn numbers = MaskedMsisdn.forRoles(Role.of(caller));
        return Page.of(
                trail.search(search, before, limit + 1),
                limit,
                entry -> Entry.of(entry, numbers),
                last -> next(search, last.id(), limit));
    }

    private static String next(AuditSearch search, long before, int limit) {
        UriComponentsBuilder next = UriComponentsBuilder.fromPath("/api/v1/audit");
        add(next, "actor", search.actor());
        add(next, "action", search.action());
        add(next, "subject", search.subject());
        add(next, "since", search.since());
        add(next, "until", search.until());
        return next.queryParam("before", before)
                .queryParam("limit", limit)
                .build()
                .encode()
                .toUriString();
    }

    private static void add(UriComponentsBuilder query, String name, Object value) {
        if (value != null) {
            query.queryParam(name, value);
        }
    }

    /** One line of the trail. */
    record Entry(long id, OffsetDateTime at, String actor, String action, String subject, String detail) {

        static Entry of(AuditEntry entry, MaskedMsisdn numbers) {
            return new Entry(
                    entry.id(),
                    LocalTimes.of(entry.at()),
                    entry.actor(),
                    entry.action(),
                    numbers.showIn(entry.subject()),
                    numbers.showIn(entry.detail()));
        }
    }
}
