package vn.canhbao.console.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import vn.canhbao.core.ClockConfiguration;

/** Instants as people in Viet Nam write them. */
final class LocalTimes {

    private LocalTimes() {}

    /** With the offset {@code +07:00}; {@code null} stays {@code null}. */
    static OffsetDateTime of(Instant instant) {
        return instant == null ? null : instant.atZone(ClockConfiguration.LOCAL).toOffsetDateTime();
    }
}
