package vn.canhbao.console.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * For what {@link AccessRules} doesn't name: a request that no controller would take may go on to its 404 or 405, so that
 * a typing mistake doesn't look like a missing right; a controller without a rule stays shut.
 */
@Component
class UnmappedRequests implements AuthorizationManager<RequestAuthorizationContext> {

    // Looked up late: security is set up before the controllers.
    private final ObjectProvider<RequestMappingHandlerMapping> controllers;

    UnmappedRequests(ObjectProvider<RequestMappingHandlerMapping> controllers) {
        this.controllers = controllers;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> person, RequestAuthorizationContext context) {
        Authentication authentication = person.get();
        return new AuthorizationDecision(authentication != null
                && authentication.isAuthenticated()
                && !authentication.getAuthorities().isEmpty()
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> authority.getAuthority() != null
                                && authority.getAuthority().startsWith("ROLE_")
                                && !authority.getAuthority().equals("ROLE_ANONYMOUS"))
                && !mapped(context.getRequest()));
    }

    private boolean mapped(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        return controllers.stream().anyMatch(mapping -> {
            try {
                return mapping.getHandler(request) != null;
            } catch (org.springframework.web.HttpMediaTypeException wrongType) {
                return true;
            } catch (Exception notMapped) {
                return false;
            }
        });
    }
}
