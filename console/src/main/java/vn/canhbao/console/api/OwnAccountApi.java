package vn.canhbao.console.api;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.console.security.AccountDesk;
import vn.canhbao.console.security.TokenAuthentication;
import vn.canhbao.console.security.token.ApiToken;
import vn.canhbao.console.security.token.ApiTokens;
import vn.canhbao.console.security.token.Scope;
import vn.canhbao.core.problem.NotAllowed;

/** The caller's own account and API tokens. */
@RestController
@RequestMapping("/api/v1/account")
class OwnAccountApi {

    private final AccountDesk desk;
    private final ApiTokens tokens;

    OwnAccountApi(AccountDesk desk, ApiTokens tokens) {
        this.desk = desk;
        this.tokens = tokens;
    }

    @GetMapping
    AccountView own(Authentication caller) {
        return AccountView.of(desk.get(caller.getName()));
    }

    /** The newest first, ended ones too. */
    @GetMapping("/tokens")
    List<Token> list(Authentication caller) {
        return tokens.of(caller.getName()).stream()
                .map(token -> Token.of(token, null))
                .toList();
    }

    /** With its secret, this once. A token makes no token: it would outlive itself. */
    @PostMapping("/tokens")
    ResponseEntity<Token> create(@RequestBody NewToken input, Authentication caller) {
        if (caller instanceof TokenAuthentication) {
            throw new NotAllowed("Token không tạo được token: hãy dùng giao diện hoặc HTTP Basic"
                    + " (a token makes no token: use the console or HTTP Basic)");
        }
        ApiTokens.Created created = tokens.create(caller.getName(), input.name(), input.scopes(), input.days());
        return ResponseEntity.created(
                        URI.create("/api/v1/account/tokens/" + created.token().id()))
                .body(Token.of(created.token(), created.secret()));
    }

    @PostMapping("/tokens/{id}/revoke")
    List<Token> revoke(@PathVariable long id, Authentication caller) {
        tokens.revoke(id, caller.getName(), caller.getName());
        return list(caller);
    }

    /** @param days until it ends, from 1 to 366 */
    record NewToken(String name, Set<Scope> scopes, int days) {}

    /**
     * A token.
     *
     * @param secret what is sent as {@code Authorization: Bearer …}; only in the answer to its making
     */
    record Token(
            long id,
            String name,
            String prefix,
            Set<Scope> scopes,
            OffsetDateTime createdAt,
            OffsetDateTime expiresAt,
            OffsetDateTime lastUsedAt,
            OffsetDateTime revokedAt,
            String secret) {

        static Token of(ApiToken token, String secret) {
            return new Token(
                    token.id(),
                    token.name(),
                    token.prefix(),
                    token.scopes(),
                    LocalTimes.of(token.createdAt()),
                    LocalTimes.of(token.expiresAt()),
                    LocalTimes.of(token.lastUsedAt()),
                    LocalTimes.of(token.revokedAt()),
                    secret);
        }
    }
}
