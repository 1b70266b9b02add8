package vn.canhbao.gateway.smpp;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import vn.canhbao.gateway.link.ValidityMode;

/**
 * validity_period as on the wire (SMPP 3.4 §7.1.1). Written by hand: jSMPP's absolute formatter takes the JVM's zone, its
 * relative one counts calendar months.
 */
public final class ValidityPeriod {

    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss");

    private ValidityPeriod() {}

    /** The span or point until {@code expiresAt} as the link wants it; empty for {@code NONE}. */
    public static String of(ValidityMode mode, Instant now, Instant expiresAt, ZoneId operatorsZone) {
        return switch (mode) {
            case RELATIVE -> relative(Duration.between(now, expiresAt));
            case ABSOLUTE -> absolute(expiresAt.atZone(operatorsZone).toOffsetDateTime());
            case NONE -> "";
        };
    }

    // Days stay below 28: months have no fixed length.
    private static String relative(Duration span) {
        Duration bounded = span.compareTo(Duration.ofDays(28)) < 0 ? span : Duration.ofDays(28);
        long seconds = Math.max(1, bounded.toSeconds());
        return "0000%02d%02d%02d%02d000R"
                .formatted(seconds / 86_400, seconds % 86_400 / 3_600, seconds % 3_600 / 60, seconds % 60);
    }

    // …tnnp: tenths of a second, then the offset from UTC in quarters of an hour, then its sign.
    private static String absolute(OffsetDateTime point) {
        int quarters = point.getOffset().getTotalSeconds() / 900;
        return LOCAL_TIME.format(point) + "0%02d%c".formatted(Math.abs(quarters), quarters < 0 ? '-' : '+');
    }
}
