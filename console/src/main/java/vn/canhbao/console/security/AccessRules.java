package vn.canhbao.console.security;

import static vn.canhbao.console.security.AccessRule.delete;
import static vn.canhbao.console.security.AccessRule.get;
import static vn.canhbao.console.security.AccessRule.patch;
import static vn.canhbao.console.security.AccessRule.post;
import static vn.canhbao.console.security.AccessRule.put;
import static vn.canhbao.console.security.Role.ADMIN;
import static vn.canhbao.console.security.Role.APPROVER;
import static vn.canhbao.console.security.Role.AUTHOR;
import static vn.canhbao.console.security.Role.OFFICE;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * Who may call what. What no line names is denied; that the approver is another person than the submitter is checked by
 * {@link vn.canhbao.core.campaign.CampaignDesk}.
 */
public final class AccessRules {

    /** For scripts: HTTP Basic, no session. */
    public static final List<AccessRule> API = List.of(
            // Lists, imports and messages hold phone numbers.
            get("/api/v1/recipient-lists", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/recipient-lists/{id}", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/recipient-lists", AUTHOR, ADMIN),
            post("/api/v1/recipient-lists/{id}/imports", AUTHOR, ADMIN),
            post("/api/v1/recipient-lists/{id}/imports/preview", AUTHOR, ADMIN),
            get("/api/v1/imports/{id}", AUTHOR, ADMIN),
            get("/api/v1/recipients", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/recipients/{id}", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/units", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/units/{id}", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/units", AUTHOR, ADMIN),
            put("/api/v1/units/{id}", AUTHOR, ADMIN),
            get("/api/v1/audiences", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/audiences/{id}", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/audiences", AUTHOR, ADMIN),
            put("/api/v1/audiences/{id}", AUTHOR, ADMIN),
            delete("/api/v1/audiences/{id}", AUTHOR, ADMIN),
            post("/api/v1/audiences/preview", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/suppressions", AUTHOR, APPROVER, ADMIN),
            // Whoever hears of a refusal writes it down; who sends doesn't decide that somebody is sent to again.
            post("/api/v1/suppressions", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/suppressions/lift", ADMIN),
            get("/api/v1/imports/{id}/preview", AUTHOR, ADMIN),
            post("/api/v1/imports/{id}/start", AUTHOR, ADMIN),
            post("/api/v1/imports/{id}/cancel", AUTHOR, ADMIN),
            post("/api/v1/imports/{id}/resume", AUTHOR, ADMIN),
            get("/api/v1/recipients/{id}/history", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/imports/{id}/rejects", AUTHOR, ADMIN),
            get("/api/v1/campaigns/{id}/messages", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/inbound", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/campaigns", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/api/v1/campaigns/{id}", AUTHOR, APPROVER, OFFICE, ADMIN),
            post("/api/v1/campaigns", AUTHOR, ADMIN),
            post("/api/v1/campaigns/{id}/preview", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/campaigns/{id}/estimate", AUTHOR, APPROVER, OFFICE, ADMIN),
            post("/api/v1/campaigns/{id}/estimate", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/api/v1/tariffs", AUTHOR, APPROVER, OFFICE, ADMIN),
            post("/api/v1/tariffs", ADMIN),
            post("/api/v1/campaigns/{id}/submit", AUTHOR, ADMIN),
            post("/api/v1/campaigns/{id}/approve", APPROVER),
            post("/api/v1/campaigns/{id}/reject", APPROVER),
            // Whoever notices that something goes wrong may stop it.
            post("/api/v1/campaigns/{id}/pause", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/campaigns/{id}/resume", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/campaigns/{id}/cancel", AUTHOR, APPROVER, ADMIN),
            patch("/api/v1/campaigns/{id}/waves/{waveId}", AUTHOR, ADMIN),
            post("/api/v1/campaigns/{id}/waves/{waveId}/change/approve", APPROVER),
            post("/api/v1/campaigns/{id}/waves/{waveId}/change/reject", APPROVER),
            get("/api/v1/holidays", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/api/v1/holidays/{date}", AUTHOR, APPROVER, OFFICE, ADMIN),
            post("/api/v1/holidays", ADMIN),
            patch("/api/v1/holidays/{date}", ADMIN),
            delete("/api/v1/holidays/{date}", ADMIN),
            post("/api/v1/campaigns/{id}/waves/{waveId}/pause", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/campaigns/{id}/waves/{waveId}/resume", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/campaigns/{id}/waves/{waveId}/cancel", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/campaigns/{id}/correction", AUTHOR, ADMIN),
            // Its messages show whole numbers.
            get("/api/v1/campaigns/{id}/test-sends", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/campaigns/{id}/test-send", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/reports/campaigns/{id}", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/api/v1/links", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/links/{name}/start", ADMIN),
            post("/api/v1/links/{name}/receipt-id-format", ADMIN),
            post("/api/v1/links/{name}/stop", ADMIN),
            post("/api/v1/links/{name}/pause", ADMIN),
            post("/api/v1/links/{name}/resume", ADMIN),
            patch("/api/v1/links/{name}", ADMIN),
            get("/v3/api-docs/**", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/v3/api-docs.yaml", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/actuator/prometheus", OFFICE, ADMIN));

    /** For people: the pages after the login form. */
    public static final List<AccessRule> PAGES = List.of(
            get("/", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/campaigns", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/campaigns/new", AUTHOR, ADMIN),
            post("/campaigns", AUTHOR, ADMIN),
            post("/campaigns/preview", AUTHOR, ADMIN),
            get("/campaigns/{id}", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/campaigns/{id}/progress", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/campaigns/{id}/estimate", AUTHOR, APPROVER, OFFICE, ADMIN),
            post("/campaigns/{id}/estimate", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/campaigns/{id}/recipient", AUTHOR, APPROVER, ADMIN),
            get("/tariffs", OFFICE, ADMIN),
            post("/tariffs", ADMIN),
            post("/campaigns/{id}/submit", AUTHOR, ADMIN),
            post("/campaigns/{id}/approve", APPROVER),
            post("/campaigns/{id}/reject", APPROVER),
            post("/campaigns/{id}/pause", AUTHOR, APPROVER, ADMIN),
            post("/campaigns/{id}/resume", AUTHOR, APPROVER, ADMIN),
            post("/campaigns/{id}/cancel", AUTHOR, APPROVER, ADMIN),
            post("/campaigns/{id}/waves/{waveId}/change", AUTHOR, ADMIN),
            post("/campaigns/{id}/waves/{waveId}/change/approve", APPROVER),
            post("/campaigns/{id}/waves/{waveId}/change/reject", APPROVER),
            get("/holidays", AUTHOR, APPROVER, ADMIN),
            post("/holidays", ADMIN),
            post("/holidays/{date}/remove", ADMIN),
            post("/campaigns/{id}/waves/{waveId}/pause", AUTHOR, APPROVER, ADMIN),
            post("/campaigns/{id}/waves/{waveId}/resume", AUTHOR, APPROVER, ADMIN),
            post("/campaigns/{id}/waves/{waveId}/cancel", AUTHOR, APPROVER, ADMIN),
            post("/campaigns/{id}/correction", AUTHOR, ADMIN),
            post("/campaigns/{id}/test-send", AUTHOR, APPROVER, ADMIN),
            get("/recipient-lists", AUTHOR, APPROVER, ADMIN),
            post("/recipient-lists", AUTHOR, ADMIN),
            get("/recipient-lists/{id}", AUTHOR, APPROVER, ADMIN),
            post("/recipient-lists/{id}/imports", AUTHOR, ADMIN),
            get("/imports/{id}", AUTHOR, ADMIN),
            get("/recipients", AUTHOR, APPROVER, ADMIN),
            get("/recipients/{id}", AUTHOR, APPROVER, ADMIN),
            get("/units", AUTHOR, APPROVER, ADMIN),
            post("/units", AUTHOR, ADMIN),
            post("/units/{id}", AUTHOR, ADMIN),
            get("/audiences", AUTHOR, APPROVER, ADMIN),
            get("/audiences/new", AUTHOR, ADMIN),
            post("/audiences", AUTHOR, ADMIN),
            post("/audiences/preview", AUTHOR, APPROVER, ADMIN),
            get("/audiences/{id}", AUTHOR, APPROVER, ADMIN),
            post("/audiences/{id}", AUTHOR, ADMIN),
            post("/audiences/{id}/delete", AUTHOR, ADMIN),
            get("/suppressions", AUTHOR, APPROVER, ADMIN),
            post("/suppressions", AUTHOR, APPROVER, ADMIN),
            post("/suppressions/lift", ADMIN),
            get("/imports/{id}/preview", AUTHOR, ADMIN),
            post("/imports/{id}/start", AUTHOR, ADMIN),
            post("/imports/{id}/cancel", AUTHOR, ADMIN),
            post("/imports/{id}/resume", AUTHOR, ADMIN),
            get("/imports/{id}/rejects", AUTHOR, ADMIN),
            get("/imports/{id}/result", AUTHOR, ADMIN),
            get("/inbound", AUTHOR, APPROVER, ADMIN),
            get("/links", AUTHOR, APPROVER, ADMIN),
            post("/links/{name}/start", ADMIN),
            post("/links/{name}/receipt-id-format", ADMIN),
            post("/links/{name}/stop", ADMIN),
            post("/links/{name}/pause", ADMIN),
            post("/links/{name}/resume", ADMIN),
            post("/links/{name}/limits", ADMIN));

    /** For everybody: the way in, what it looks like, and whether the application lives (no details). */
    public static final List<String> OPEN_PAGES =
            List.of("/login", "/error", "/app.css", "/webjars/**", "/favicon.svg");

    public static final List<String> OPEN_API =
            List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");

    private AccessRules() {}

    /** Whether somebody with these roles may call a page: what is not allowed is not shown either. */
    public static boolean allowsPage(HttpMethod method, String path, Set<Role> roles) {
        return PAGES.stream()
                .filter(rule -> rule.method().equals(method) && rule.path().equals(path))
                .anyMatch(rule -> rule.roles().stream().anyMatch(roles::contains));
    }
}
