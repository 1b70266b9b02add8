package vn.canhbao.gateway.receipt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * The dates of a receipt: YYMMDDhhmm, YYMMDDhhmmss, YYYYMMDDhhmm, YYYYMMDDhhmmss, with or without punctuation, and SMPP's
 * absolute time (§7.1.1), which brings its own offset. Anything else, all zeros too, is no date.
 */
final class ReceiptTime {

    private static final Pattern ABSOLUTE = Pattern.compile("\\d{15}[+-]");
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D+");
    private static final int MOST_QUARTERS = 72; // ZoneOffset's bound of 18 hours

    private ReceiptTime() {}

    /** {@code null}: no date. */
    static Instant of(String text, ZoneId zone) {
        if (text == null) {
            return null;
        }
        String token = text.strip().split("\\s", 2)[0];
        if (ABSOLUTE.matcher(token).matches()) {
            return absolute(token);
        }
        Instant time = local(token, zone);
        return time == null ? local(text, zone) : time;
    }

    private static Instant local(String text, ZoneId zone) {
        String digits = NOT_DIGITS.matcher(text).replaceAll("");
        LocalDateTime time = switch (digits.length()) {
            case 10 -> time("20" + digits + "00");
            case 12 -> twelveDigits(digits);
            case 14 -> time(digits);
            default -> null;
        };
        return time == null ? null : time.atZone(zone).toInstant();
    }

    // YYYYMMDDhhmm if it begins with 20 and its month exists: as YYMMDDhhmmss it would lie in 2020.
    private static LocalDateTime twelveDigits(String digits) {
        if (digits.startsWith("20") && number(digits, 4) >= 1 && number(digits, 4) <= 12) {
            LocalDateTime time = time(digits + "00");
            if (time != null) {
                return time;
            }
        }
        return time("20" + digits);
    }

    private static LocalDateTime time(String digits) {
        int century = number(digits, 0);
        if (century != 20) {
            // No phone got anything then, and no database column holds the year 0.
            return null;
        }
        try {
            return LocalDateTime.of(
                    century * 100 + number(digits, 2),
                    number(digits, 4),
                    number(digits, 6),
                    number(digits, 8),
                    number(digits, 10),
                    number(digits, 12));
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static Instant absolute(String text) {
        int quarters = number(text, 13);
        LocalDateTime time = time("20" + text.substring(0, 12));
        if (time == null || quarters > MOST_QUARTERS) {
            return null;
        }
        int minutes = text.endsWith("-") ? -15 * quarters : 15 * quarters;
        return time.plusNanos((text.charAt(12) - '0') * 100_000_000L)
                .toInstant(ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    private static int number(String digits, int at) {
        return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
    }
}
