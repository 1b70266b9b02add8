package vn.canhbao.console.web;

import java.util.Set;
import org.springframework.http.HttpMethod;
import vn.canhbao.console.security.AccessRules;
import vn.canhbao.console.security.Role;

/** Who looks at the page, as {@code viewer} in every template. */
record Viewer(String name, Set<Role> roles) {

    /** Whether a link to the page is shown. */
    public boolean sees(String path) {
        return AccessRules.allowsPage(HttpMethod.GET, path, roles);
    }

    /** Whether a button for the action is shown. */
    public boolean may(String path) {
        return AccessRules.allowsPage(HttpMethod.POST, path, roles);
    }
}
