package vn.canhbao.console.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** What a person is here; somebody can be several things, but never both sides of one campaign. */
public enum Role {
    /** Drafts and submits campaigns, imports lists. */
    AUTHOR,
    /** Approves or rejects what another person submitted. */
    APPROVER,
    /** The supervising office: statistics, never a phone number. */
    OFFICE,
    /** Heads a unit: who of their own people was not reached. */
    UNIT_HEAD,
    /** Runs the system. */
    ADMIN;

    /** The roles that somebody has now. */
    public static Set<Role> of(Authentication person) {
        Set<String> authorities = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return Arrays.stream(values())
                .filter(role -> authorities.contains("ROLE_" + role))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
