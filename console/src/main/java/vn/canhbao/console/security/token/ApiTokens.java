package vn.canhbao.console.security.token;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

/** The table of tokens; the secrets themselves are nowhere, only their hashes. */
@Repository
@Transactional
public class ApiTokens {

    /** By which secret scanners know a token of ours. */
    private static final String START = "canhbao_";

    private static final int SECRET_OCTETS = 32;
    private static final int SHOWN = START.length() + 6;
    private static final int LONGEST_LIFE_DAYS = 366;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    public ApiTokens(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token that was just made, with its secret for this once. */
    public record Created(ApiToken token, String secret) {}

    /** @param days from 1 to 366 */
    public Created create(String username, String name, Set<Scope> scopes, int days) {
        check(name, scopes, days);
        byte[] octets = new byte[SECRET_OCTETS];
        new SecureRandom().nextBytes(octets);
        String secret = START + Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        Instant now = clock.instant();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO api_token (username, name, prefix, token_hash, scopes, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        username,
                        name.strip(),
                        secret.substring(0, SHOWN),
                        Sha256.of(secret),
                        scopes.stream().sorted().map(Scope::name).collect(Collectors.joining(",")),
                        Utc.column(now),
                        Utc.column(now.plus(Duration.ofDays(days))))
                .update(key, "id");
        ApiToken token = find(key.getKey().longValue(), username);
        audit.record(username, "TOKEN_CREATED", "token " + token.id(), token.scopes() + ", " + days + " d");
        return new Created(token, secret);
    }

    /** The owner's tokens, the newest first. */
    @Transactional(readOnly = true)
    public List<ApiToken> of(String username) {
        return jdbc.sql("SELECT * FROM api_token WHERE username = ? ORDER BY id DESC LIMIT 200")
                .param(username)
                .query(ApiTokens::read)
                .list();
    }

    /** The usable token with this secret; its use is noted. */
    public Optional<ApiToken> use(String secret) {
        Instant now = clock.instant();
        Optional<ApiToken> found = jdbc.sql("SELECT * FROM api_token WHERE token_hash = ?")
                .param(Sha256.of(secret))
                .query(ApiTokens::read)
                .optional()
                .filter(token -> token.usable(now));
        found.filter(token ->
                        token.lastUsedAt() == null || token.lastUsedAt().isBefore(now.minus(Duration.ofMinutes(1))))
                .ifPresent(token -> jdbc.sql("UPDATE api_token SET last_used_at = ? WHERE id = ?")
                        .params(Utc.column(now), token.id())
                        .update());
        return found;
    }

    /** Ends a token of this owner; one that has ended stays so. */
    public void revoke(long id, String username, String actor) {
        find(id, username);
        int changed = jdbc.sql("UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                .params(Utc.column(clock.instant()), id)
                .update();
        if (changed == 1) {
            audit.record(actor, "TOKEN_REVOKED", "token " + id, null);
        }
    }

    /** Ends every token of the account. */
    public void revokeAll(String username, String actor) {
        of(username).stream()
                .filter(token -> token.usable(clock.instant()))
                .forEach(token -> revoke(token.id(), username, actor));
    }

    private ApiToken find(long id, String username) {
        return jdbc.sql("SELECT * FROM api_token WHERE id = ? AND username = ?")
                .params(id, username)
                .query(ApiTokens::read)
                .optional()
                .orElseThrow(() -> new NotFound("Tài khoản này không có token số " + id + " (no such token)"));
    }

    private static void check(String name, Set<Scope> scopes, int days) {
        List<FieldProblem> problems = new java.util.ArrayList<>();
        if (name == null || name.isBlank() || name.strip().length() > 100) {
            problems.add(new FieldProblem("name", "từ 1 đến 100 ký tự (1 to 100 characters)"));
        }
        if (scopes == null || scopes.isEmpty()) {
            problems.add(new FieldProblem("scopes", "chọn ít nhất một phạm vi (choose at least one scope)"));
        }
        if (days < 1 || days > LONGEST_LIFE_DAYS) {
            problems.add(new FieldProblem(
                    "days", "từ 1 đến " + LONGEST_LIFE_DAYS + " (from 1 to " + LONGEST_LIFE_DAYS + ")"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static ApiToken read(ResultSet row, int n) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("prefix"),
                Arrays.stream(row.getString("scopes").split(","))
                        .map(Scope::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class))),
                Utc.instant(row, "created_at"),
                Utc.instant(row, "expires_at"),
                Utc.instant(row, "last_used_at"),
                Utc.instant(row, "revoked_at"));
    }
}
