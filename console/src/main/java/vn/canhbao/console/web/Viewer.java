package vn.canhbao.console.web;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import vn.canhbao.console.security.AccessRules;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;

/**
 * Who looks at the page, as {@code viewer} in every template.
 *
 * @param page path of the page that they look at
 */
record Viewer(String name, Set<Role> roles, String page) {

    /** The navigation as this person sees it. */
    public List<MenuGroup> menu() {
        return MenuGroup.seenBy(this::sees);
    }

    /** Whether a link to the page is shown. */
    public boolean sees(String path) {
        return AccessRules.allowsPage(HttpMethod.GET, path, roles);
    }

    /** Whether a button for the action is shown. */
    public boolean may(String path) {
        return AccessRules.allowsPage(HttpMethod.POST, path, roles);
    }

    /** Whether subscribers' numbers are shown to this person as they are. */
    public boolean seesWholeNumbers() {
        return MaskedMsisdn.forRoles(roles) == MaskedMsisdn.WHOLE;
    }

    /** A subscriber's number as this person may see it. */
    public String number(String msisdn) {
        return MaskedMsisdn.forRoles(roles).show(msisdn);
    }

    /** A text that people wrote, its numbers as this person may see them. */
    public String text(String written) {
        return MaskedMsisdn.forRoles(roles).showIn(written);
    }
}
