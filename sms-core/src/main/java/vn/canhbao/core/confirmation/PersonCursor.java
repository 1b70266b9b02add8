package vn.canhbao.core.confirmation;

import vn.canhbao.core.problem.InvalidInput;

/** A place in the list of units' people: behind this one, by unit and then by person. Written {@code 7-4711}. */
public record PersonCursor(long unitId, long recipientId) {

    private static final PersonCursor START = new PersonCursor(0, 0);

    /** {@code null} or blank is the start. */
    public static PersonCursor of(String written) {
        if (written == null || written.isBlank()) {
            return START;
        }
        if (!written.matches("\\d{1,18}-\\d{1,18}")) {
            throw InvalidInput.of(
                    "after", "lấy từ đường dẫn “next” của trang trước (take it from the last page's next)");
        }
        int dash = written.indexOf('-');
        return new PersonCursor(
                Long.parseLong(written.substring(0, dash)), Long.parseLong(written.substring(dash + 1)));
    }

    @Override
    public String toString() {
        return unitId + "-" + recipientId;
    }
}
