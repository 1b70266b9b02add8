package vn.canhbao.console.security;

import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import vn.canhbao.console.security.token.Scope;

/** One line of the table: these roles may call this method on this path pattern. */
public record AccessRule(HttpMethod method, String path, Set<Role> roles) {

    static AccessRule get(String path, Role... roles) {
        return new AccessRule(HttpMethod.GET, path, Set.of(roles));
    }

    static AccessRule post(String path, Role... roles) {
        return new AccessRule(HttpMethod.POST, path, Set.of(roles));
    }

    static AccessRule patch(String path, Role... roles) {
        return new AccessRule(HttpMethod.PATCH, path, Set.of(roles));
    }

    static AccessRule put(String path, Role... roles) {
        return new AccessRule(HttpMethod.PUT, path, Set.of(roles));
    }

    static AccessRule delete(String path, Role... roles) {
        return new AccessRule(HttpMethod.DELETE, path, Set.of(roles));
    }

    /** What an API token must have besides its owner's role; empty where no token will do: approving is a person's act. */
    Optional<Scope> scope() {
        if (roles.equals(Set.of(Role.ADMIN))) {
            return Optional.of(Scope.ADMIN);
        }
        if (method == HttpMethod.GET) {
            return Optional.of(Scope.READ);
        }
        return roles.equals(Set.of(Role.APPROVER)) ? Optional.empty() : Optional.of(Scope.WRITE);
    }
}
