package vn.canhbao.console.security.token;

import java.time.Instant;
import java.util.Set;

/**
 * A token without its secret.
 *
 * @param prefix its first characters
 * @param lastUsedAt to the minute; {@code null}: never
 * @param revokedAt {@code null}: not revoked
 */
public record ApiToken(
        long id,
        String username,
        String name,
        String prefix,
        Set<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        Instant revokedAt) {

    public boolean usable(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }
}
