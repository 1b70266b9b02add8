package vn.canhbao.core.message;

import java.time.Instant;
import java.util.List;

/**
 * A message as a reader sees it.
 *
 * @param attempts those that were refused, in their order
 */
public record MessageView(
        long id,
        String msisdn,
        String operatorCode,
        String link,
        MessageStatus status,
        List<SegmentView> segments,
        Instant submittedAt,
        Instant finalAt,
        String detail,
        List<AttemptView> attempts) {}
