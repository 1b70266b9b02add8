package vn.canhbao.report.broadcast;

import java.time.Instant;

/**
 * What the operator is asked for.
 *
 * @param operator its code
 * @param area whom it is for, as the letter says it
 * @param startsAt and {@code endsAt}: when it may be sent
 * @param source the official source of the text
 */
public record BroadcastRequest(
        String operator, String topic, String text, String area, Instant startsAt, Instant endsAt, String source) {}
