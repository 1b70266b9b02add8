package vn.canhbao.console.security.session;

import java.time.Instant;

/**
 * Somebody's session in a browser.
 *
 * @param id by which it is ended; not what the cookie holds
 * @param lastSeenAt to the minute
 */
public record ConsoleSession(
        String id, String username, String address, String browser, Instant startedAt, Instant lastSeenAt) {}
