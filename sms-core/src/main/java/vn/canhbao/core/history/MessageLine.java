package vn.canhbao.core.history;

import java.time.Instant;
import vn.canhbao.core.message.MessageStatus;

/**
 * A message in a list.
 *
 * @param wave its wave's number in the campaign
 * @param unit of its recipient, or {@code null}
 * @param detail why it has this state, in the system's words, or {@code null}
 */
public record MessageLine(
        long id,
        int wave,
        String msisdn,
        String unit,
        String operator,
        String link,
        MessageStatus status,
        int segments,
        Instant submittedAt,
        Instant finalAt,
        String detail,
        MessageCursor cursor) {}
