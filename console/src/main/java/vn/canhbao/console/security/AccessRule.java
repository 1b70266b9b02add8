package vn.canhbao.console.security;

import java.util.Set;
import org.springframework.http.HttpMethod;

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

    String[] roleNames() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
