package vn.canhbao.core.history;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.canhbao.core.message.MessageStatus;

/** Where a list goes on: after this message, in the order of the index of the message table. */
public record MessageCursor(long waveId, MessageStatus status, String operator, int segments, long id) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})~([A-Z_]+)~([A-Za-z0-9_]+)~(\\d{1,9})~(\\d{1,18})");

    /** As addresses carry it. */
    public String code() {
        return waveId + "~" + status + "~" + operator + "~" + segments + "~" + id;
    }

    /** Reads {@link #code()}; empty where it is none: the list begins anew. */
    public static Optional<MessageCursor> of(String code) {
        Matcher parts = FORM.matcher(code == null ? "" : code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MessageCursor(
                    Long.parseLong(parts.group(1)),
                    MessageStatus.valueOf(parts.group(2)),
                    parts.group(3),
                    Integer.parseInt(parts.group(4)),
                    Long.parseLong(parts.group(5))));
        } catch (IllegalArgumentException noStatus) {
            return Optional.empty();
        }
    }

    MessageGroup group() {
        return new MessageGroup(waveId, status, operator, segments);
    }
}
