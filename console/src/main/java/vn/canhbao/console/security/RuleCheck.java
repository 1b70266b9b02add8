package vn.canhbao.console.security;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** One line of the table as Spring Security asks it: one of the roles, and for a script with a token the scope too. */
class RuleCheck implements AuthorizationManager<RequestAuthorizationContext> {

    private final AccessRule rule;
    private final Set<String> authorities;

    RuleCheck(AccessRule rule) {
        this.rule = rule;
        this.authorities = rule.roles().stream().map(role -> "ROLE_" + role).collect(Collectors.toSet());
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> person, RequestAuthorizationContext context) {
        Authentication caller = person.get();
        return new AuthorizationDecision(caller != null
                && caller.isAuthenticated()
                && caller.getAuthorities().stream()
                        .anyMatch(authority -> authorities.contains(authority.getAuthority()))
                && (!(caller instanceof TokenAuthentication script)
                        || rule.scope().filter(script::has).isPresent()));
    }
}
