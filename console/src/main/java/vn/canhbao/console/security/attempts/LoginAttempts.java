package vn.canhbao.console.security.attempts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.Utc;

/**
 * Failed logins, over all servers and restarts. From an address where the account has signed in lately only its own
 * failures there count, so that whoever guesses elsewhere slows down guessing, not the person (ADR 18). Names that no
 * account bears are counted all the same: a wait tells nothing.
 */
public class LoginAttempts {

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final Duration KNOWN_FOR = Duration.ofDays(30);
    private static final int LONGEST_NAME = 64;

    private final JdbcClient jdbc;
    private final LockOutSettings settings;
    private final Clock clock;

    public LoginAttempts(JdbcClient jdbc, LockOutSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** How long this account must still wait at this address; zero: not at all. */
    public Duration waitFor(String username, String address) {
        String account = cut(username);
        Instant now = clock.instant();
        return jdbc
                .sql("""
                        SELECT kind, blocked_until FROM login_failure
                        WHERE blocked_until > ? AND ((kind = 'PAIR' AND name = ?)
                            OR ((kind = 'ACCOUNT' AND name = ? OR kind = 'ADDRESS' AND name = ?) AND NOT EXISTS (
                                SELECT 1 FROM known_address WHERE username = ? AND address = ? AND last_at > ?)))
                        """)
                .params(
                        Utc.column(now),
                        pair(account, address),
                        account,
                        address,
                        account,
                        address,
                        Utc.column(now.minus(KNOWN_FOR)))
                .query((row, n) -> Utc.instant(row, "blocked_until"))
                .list()
                .stream()
                .max(Comparator.naturalOrder())
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }

    /** Whether the account must wait anywhere now. */
    public boolean waitsSomewhere(String username) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM login_failure
                        WHERE blocked_until > ? AND ((kind = 'ACCOUNT' AND name = ?)
                            OR (kind = 'PAIR' AND name LIKE ? ESCAPE '!'))
                        """)
                        .params(Utc.column(clock.instant()), username, atAnyAddress(username))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Counts a failure.
     *
     * @return whether it is this one from which on the account must wait at this address
     */
    public boolean failed(String username, String address) {
        String account = cut(username);
        jdbc.sql("DELETE FROM login_failure WHERE last_at < ?")
                .param(Utc.column(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
        count("ACCOUNT", account, settings.failuresPerAccount());
        count("ADDRESS", address, settings.failuresPerAddress());
        return count("PAIR", pair(account, address), settings.failures()) == settings.failures();
    }

    /** The person has come in: the account's failures here and from everywhere are forgotten, the address is known. */
    public void succeeded(String username, String address) {
        jdbc.sql("DELETE FROM login_failure WHERE (kind = 'PAIR' AND name = ?) OR (kind = 'ACCOUNT' AND name = ?)")
                .params(pair(username, address), username)
                .update();
        Instant now = clock.instant();
        boolean knownToday = jdbc.sql("SELECT last_at FROM known_address WHERE username = ? AND address = ?")
                .params(username, address)
                .query((row, n) -> Utc.instant(row, "last_at"))
                .optional()
                .filter(last -> last.isAfter(now.minus(Duration.ofDays(1))))
                .isPresent();
        if (!knownToday) {
            jdbc.sql(
                            "INSERT INTO known_address (username, address, last_at) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE last_at = VALUES(last_at)")
                    .params(username, address, Utc.column(now))
                    .update();
        }
    }

    /** Ends every wait of the account, at whatever address. */
    public void forgive(String username) {
        jdbc.sql(
                        "DELETE FROM login_failure WHERE (kind = 'ACCOUNT' AND name = ?) OR (kind = 'PAIR' AND name LIKE ? ESCAPE '!')")
                .params(username, atAnyAddress(username))
                .update();
    }

    private int count(String kind, String name, int most) {
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO login_failure (kind, name, failures, last_at) VALUES (?, ?, 1, ?)
                ON DUPLICATE KEY UPDATE failures = failures + 1, last_at = VALUES(last_at)
                """).params(kind, name, Utc.column(now)).update();
        int failures = jdbc.sql("SELECT failures FROM login_failure WHERE kind = ? AND name = ?")
                .params(kind, name)
                .query(Integer.class)
                .optional()
                .orElse(1);
        Duration wait = settings.waitAfter(failures, most);
        if (wait.isPositive()) {
            jdbc.sql("UPDATE login_failure SET blocked_until = ? WHERE kind = ? AND name = ?")
                    .params(Utc.column(now.plus(wait)), kind, name)
                    .update();
        }
        return failures;
    }

    private static String atAnyAddress(String username) {
        return username.replaceAll("[!%_]", "!$0") + " %";
    }

    private static String pair(String account, String address) {
        return account + " " + address;
    }

    // No account has a longer name; what somebody typed must not fail at a column.
    private static String cut(String username) {
        return username.length() > LONGEST_NAME ? username.substring(0, LONGEST_NAME) : username;
    }
}
