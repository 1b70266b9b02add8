package vn.canhbao.console.security;

import static vn.canhbao.console.security.AccessRule.get;
import static vn.canhbao.console.security.AccessRule.patch;
import static vn.canhbao.console.security.AccessRule.post;
import static vn.canhbao.console.security.Role.ADMIN;
import static vn.canhbao.console.security.Role.APPROVER;
import static vn.canhbao.console.security.Role.AUTHOR;
import static vn.canhbao.console.security.Role.OFFICE;
import static vn.canhbao.console.security.Role.UNIT_HEAD;

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
            get("/api/v1/imports/{id}", AUTHOR, ADMIN),
            get("/api/v1/imports/{id}/rejects", AUTHOR, ADMIN),
            get("/api/v1/campaigns/{id}/messages", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/inbound", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/campaigns", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/api/v1/campaigns/{id}", AUTHOR, APPROVER, OFFICE, ADMIN),
            post("/api/v1/campaigns", AUTHOR, ADMIN),
            post("/api/v1/campaigns/{id}/preview", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/campaigns/{id}/submit", AUTHOR, ADMIN),
            post("/api/v1/campaigns/{id}/approve", APPROVER),
            post("/api/v1/campaigns/{id}/reject", APPROVER),
            // Whoever notices that something goes wrong may stop it.
            post("/api/v1/campaigns/{id}/pause", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/campaigns/{id}/resume", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/campaigns/{id}/cancel", AUTHOR, APPROVER, ADMIN),
            get("/api/v1/reports/campaigns/{id}", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/api/v1/links", AUTHOR, APPROVER, ADMIN),
            post("/api/v1/links/{name}/start", ADMIN),
            post("/api/v1/links/{name}/receipt-id-format", ADMIN),
            post("/api/v1/links/{name}/stop", ADMIN),
            post("/api/v1/links/{name}/pause", ADMIN),
            post("/api/v1/links/{name}/resume", ADMIN),
            patch("/api/v1/links/{name}", ADMIN),
            get("/api/v1/accounts", ADMIN),
            get("/api/v1/accounts/{username}", ADMIN),
            post("/api/v1/accounts", ADMIN),
            patch("/api/v1/accounts/{username}", ADMIN),
            post("/api/v1/accounts/{username}/reset-password", ADMIN),
            post("/api/v1/accounts/{username}/unlock", ADMIN),
            post("/api/v1/accounts/{username}/remove-second-factor", ADMIN),
            post("/api/v1/accounts/{username}/end-sessions", ADMIN),
            get("/api/v1/account", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            get("/api/v1/account/tokens", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            post("/api/v1/account/tokens", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            post("/api/v1/account/tokens/{id}/revoke", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            // The office supervises: it sees who did what. Numbers in it are masked.
            get("/api/v1/audit", OFFICE, ADMIN),
            get("/v3/api-docs/**", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            get("/v3/api-docs.yaml", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            get("/actuator/prometheus", OFFICE, ADMIN));

    /** For people: the pages after the login form. */
    public static final List<AccessRule> PAGES = List.of(
            get("/", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            get("/campaigns", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/campaigns/new", AUTHOR, ADMIN),
            post("/campaigns", AUTHOR, ADMIN),
            post("/campaigns/preview", AUTHOR, ADMIN),
            get("/campaigns/{id}", AUTHOR, APPROVER, OFFICE, ADMIN),
            get("/campaigns/{id}/progress", AUTHOR, APPROVER, OFFICE, ADMIN),
            post("/campaigns/{id}/submit", AUTHOR, ADMIN),
            post("/campaigns/{id}/approve", APPROVER),
            post("/campaigns/{id}/reject", APPROVER),
            post("/campaigns/{id}/pause", AUTHOR, APPROVER, ADMIN),
            post("/campaigns/{id}/resume", AUTHOR, APPROVER, ADMIN),
            post("/campaigns/{id}/cancel", AUTHOR, APPROVER, ADMIN),
            get("/recipient-lists", AUTHOR, APPROVER, ADMIN),
            post("/recipient-lists", AUTHOR, ADMIN),
            get("/recipient-lists/{id}", AUTHOR, APPROVER, ADMIN),
            post("/recipient-lists/{id}/imports", AUTHOR, ADMIN),
            get("/imports/{id}", AUTHOR, ADMIN),
            get("/imports/{id}/result", AUTHOR, ADMIN),
            get("/inbound", AUTHOR, APPROVER, ADMIN),
            get("/links", AUTHOR, APPROVER, ADMIN),
            post("/links/{name}/start", ADMIN),
            post("/links/{name}/receipt-id-format", ADMIN),
            post("/links/{name}/stop", ADMIN),
            post("/links/{name}/pause", ADMIN),
            post("/links/{name}/resume", ADMIN),
            post("/links/{name}/limits", ADMIN),
            get("/accounts", ADMIN),
            post("/accounts", ADMIN),
            get("/accounts/{username}", ADMIN),
            post("/accounts/{username}", ADMIN),
            post("/accounts/{username}/disable", ADMIN),
            post("/accounts/{username}/enable", ADMIN),
            post("/accounts/{username}/reset-password", ADMIN),
            post("/accounts/{username}/unlock", ADMIN),
            post("/accounts/{username}/remove-second-factor", ADMIN),
            post("/accounts/{username}/end-sessions", ADMIN),
            get("/account", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            post("/account/password", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            get("/account/second-factor", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            post("/account/second-factor", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            post("/account/second-factor/remove", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            post("/account/second-factor/recovery-codes", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            post("/account/tokens", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            post("/account/tokens/{id}/revoke", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            post("/account/sessions/end", AUTHOR, APPROVER, OFFICE, UNIT_HEAD, ADMIN),
            get("/audit", OFFICE, ADMIN));

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
