package vn.canhbao.core.recipient;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import vn.canhbao.core.problem.InvalidInput;

/**
 * A place in the list of suppressed numbers, which tells no number: behind so many of those added at a time. Written
 * {@code 2026-12-01T01:00:00Z~2}.
 */
public record SuppressionCursor(Instant at, int seen) {

    /** The end of a page that began at {@code from}, which is {@code null} for the first one. */
    public static SuppressionCursor behind(List<Suppression> page, SuppressionCursor from) {
        Instant at = page.getLast().createdAt();
        int seen = (int) page.stream().filter(one -> one.createdAt().equals(at)).count();
        return new SuppressionCursor(at, from != null && from.at().equals(at) ? from.seen() + seen : seen);
    }

    /** {@code null} or blank is the start, {@code null}. */
    public static SuppressionCursor of(String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        int tilde = written.lastIndexOf('~');
        try {
            if (tilde > 0 && written.substring(tilde + 1).matches("\\d{1,9}")) {
                return new SuppressionCursor(
                        Instant.parse(written.substring(0, tilde)), Integer.parseInt(written.substring(tilde + 1)));
            }
        } catch (DateTimeParseException unreadable) {
            // Told below.
        }
        throw InvalidInput.of("after", "lấy từ đường dẫn “next” của trang trước (take it from the last page's next)");
    }

    @Override
    public String toString() {
        return at + "~" + seen;
    }
}
