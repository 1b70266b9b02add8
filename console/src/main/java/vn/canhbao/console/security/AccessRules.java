package vn.canhbao.console.security;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * Who may call what. What no line names is denied; that the approver is another person than the submitter is checked by
 * {@link vn.canhbao.core.campaign.CampaignDesk}.
 */
public final class AccessRules {

    /** For scripts: HTTP Basic, no session. */
    public static final List<AccessRule> API = ApiRules.TABLE;

    /** For people: the pages after the login form. */
    public static final List<AccessRule> PAGES = PageRules.TABLE;

    /** For everybody: the way in, what it looks like, and whether the application lives (no details). */
    public static final List<String> OPEN_PAGES = List.of(
            "/login",
            "/error",
            "/app.css",
            "/editor.js",
            "/minutes.js",
            "/charts.js",
            "/webjars/**",
            "/guide/*.png",
            "/favicon.svg",
            // Published warnings, and nothing else, are for people without an account.
            "/public/warnings",
            "/public/warnings.atom",
            "/public/warnings/{id}",
            "/public/warnings/{id}/cap.xml");

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
