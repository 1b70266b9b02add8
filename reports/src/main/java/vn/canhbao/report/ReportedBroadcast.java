package vn.canhbao.report;

import java.time.Instant;

/**
 * What an operator says that it sent to its own subscribers at the office's request. These are the operator's figures, not
 * ours: no receipt of ours confirms one of them, and they are never added to {@link Figures}.
 *
 * @param operator its name
 * @param sentOn when the operator began
 * @param subscribers of the area
 */
public record ReportedBroadcast(
        long id,
        String operator,
        String topic,
        String area,
        Instant sentOn,
        long subscribers,
        long sent,
        long delivered,
        long failed) {}
