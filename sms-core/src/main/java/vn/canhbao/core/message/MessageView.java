package vn.canhbao.core.message;

import java.time.Instant;
import java.util.List;

/** A message as a reader sees it. */
public record MessageView(
        long id,
        String msisdn,
        String operatorCode,
        String link,
        MessageStatus status,
        List<SegmentView> segments,
        Instant submittedAt,
        Instant finalAt,
        String detail) {}
