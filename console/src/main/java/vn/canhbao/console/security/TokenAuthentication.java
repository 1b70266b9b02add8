package vn.canhbao.console.security;

import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import vn.canhbao.console.security.token.Scope;

/** A script with an API token: its owner's roles, narrowed by the token's scopes. */
public class TokenAuthentication extends AbstractAuthenticationToken {

    private final String owner;
    private final Set<Scope> scopes;

    TokenAuthentication(Account owner, Set<Scope> scopes) {
        super(owner.authorities(java.util.Optional.empty()));
        this.owner = owner.username();
        this.scopes = Set.copyOf(scopes);
        setAuthenticated(true);
    }

    boolean has(Scope scope) {
        return scopes.contains(scope);
    }

    @Override
    public Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return owner;
    }
}
