package vn.canhbao.console.security.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.console.security.token.Sha256;
import vn.canhbao.core.db.Utc;

/** The table of sessions. The servlet container ends a silent one; here it stops counting after the same time. */
public class ConsoleSessions {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BROWSER_LENGTH = 200;

    private final JdbcClient jdbc;
    private final Duration idle;
    private final Duration longest;
    private final Clock clock;

    /**
     * @param idle after so much silence a session is over
     * @param longest after so long a person signs in again, whatever they do
     */
    public ConsoleSessions(JdbcClient jdbc, Duration idle, Duration longest, Clock clock) {
        this.jdbc = jdbc;
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
    }

    /** Begins a session; what is returned stays in it and is known to nobody else. */
    public String open(String username, String address, String browser) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM console_session WHERE last_seen_at < ?")
                .param(Utc.column(now.minus(KEPT)))
                .update();
        String key = UUID.randomUUID().toString();
        String agent = browser == null ? "" : browser;
        jdbc.sql("""
                INSERT INTO console_session (key_hash, username, address, browser, started_at, last_seen_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        Sha256.of(key),
                        username,
                        address,
                        agent.length() > BROWSER_LENGTH ? agent.substring(0, BROWSER_LENGTH) : agent,
                        Utc.column(now),
                        Utc.column(now))
                .update();
        return key;
    }

    /** Whose session it is; empty where it has ended. */
    public Optional<String> owner(String key) {
        Instant now = clock.instant();
        Optional<ConsoleSession> found = jdbc.sql(
                        "SELECT * FROM console_session WHERE key_hash = ? AND ended_at IS NULL AND started_at > ?")
                .params(Sha256.of(key), Utc.column(now.minus(longest)))
                .query(ConsoleSessions::read)
                .optional();
        found.filter(session -> session.lastSeenAt().isBefore(now.minus(Duration.ofMinutes(1))))
                .ifPresent(session -> jdbc.sql("UPDATE console_session SET last_seen_at = ? WHERE key_hash = ?")
                        .params(Utc.column(now), session.id())
                        .update());
        return found.map(ConsoleSession::username);
    }

    /** Those that are open now, the newest first. */
    public List<ConsoleSession> of(String username) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT * FROM console_session
                        WHERE username = ? AND ended_at IS NULL AND last_seen_at > ? AND started_at > ?
                        ORDER BY started_at DESC LIMIT 100
                        """)
                .params(username, Utc.column(now.minus(idle)), Utc.column(now.minus(longest)))
                .query(ConsoleSessions::read)
                .list();
    }

    /** The id of the session with this key. */
    public String id(String key) {
        return Sha256.of(key);
    }

    /** Ends one session of the account. */
    public void end(String id, String username) {
        jdbc.sql("UPDATE console_session SET ended_at = ? WHERE key_hash = ? AND username = ? AND ended_at IS NULL")
                .params(Utc.column(clock.instant()), id, username)
                .update();
    }

    /** Ends all sessions of the account but, perhaps, one. */
    public void endAll(String username, String exceptId) {
        jdbc.sql("UPDATE console_session SET ended_at = ? WHERE username = ? AND key_hash <> ? AND ended_at IS NULL")
                .params(Utc.column(clock.instant()), username, exceptId == null ? "" : exceptId)
                .update();
    }

    private static ConsoleSession read(ResultSet row, int n) throws SQLException {
        return new ConsoleSession(
                row.getString("key_hash"),
                row.getString("username"),
                row.getString("address"),
                row.getString("browser"),
                Utc.instant(row, "started_at"),
                Utc.instant(row, "last_seen_at"));
    }
}
