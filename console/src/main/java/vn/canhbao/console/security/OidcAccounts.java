package vn.canhbao.console.security;

import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * A person who signed in elsewhere (OpenID Connect) comes in as the account of that name here; roles come from the account
 * alone, and nobody gets an account by signing in.
 */
@Component
class OidcAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final Accounts accounts;
    private final String claim;

    OidcAccounts(Accounts accounts, SecuritySettings settings) {
        this.accounts = accounts;
        this.claim = settings.oidc().claim();
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser person = provider.loadUser(request);
        // Anybody can claim an address that the provider has not checked.
        boolean trusted = !claim.equals("email") || Boolean.TRUE.equals(person.getEmailVerified());
        boolean known = Optional.ofNullable(person.getClaimAsString(claim))
                .filter(name -> trusted)
                .flatMap(accounts::find)
                .filter(Account::enabled)
                .isPresent();
        if (!known) {
            throw new OAuth2AuthenticationException("no_account");
        }
        // No authority of the provider's: SessionGate gives those of the account.
        return new DefaultOidcUser(List.of(), request.getIdToken(), person.getUserInfo(), claim);
    }
}
