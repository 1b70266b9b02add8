package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import java.util.List;
import vn.canhbao.report.broadcast.AreaCount;
import vn.canhbao.report.broadcast.Broadcast;

/**
 * An operator's broadcast as scripts and pages read it; {@code counts} and {@code total} are the operator's own figures.
 */
public record BroadcastView(
        long id,
        String operator,
        String operatorName,
        String topic,
        String text,
        String area,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        String source,
        String status,
        String createdBy,
        OffsetDateTime createdAt,
        String decidedBy,
        OffsetDateTime decidedAt,
        String remark,
        OffsetDateTime sentOn,
        String reportedBy,
        OffsetDateTime reportedAt,
        List<AreaCount> counts,
        AreaCount total) {

    public static BroadcastView of(Broadcast broadcast, List<AreaCount> counts) {
        var request = broadcast.request();
        return new BroadcastView(
                broadcast.id(),
                request.operator(),
                broadcast.operatorName(),
                request.topic(),
                request.text(),
                request.area(),
                LocalTimes.of(request.startsAt()),
                LocalTimes.of(request.endsAt()),
                request.source(),
                broadcast.status().name(),
                broadcast.createdBy(),
                LocalTimes.of(broadcast.createdAt()),
                broadcast.decidedBy(),
                LocalTimes.of(broadcast.decidedAt()),
                broadcast.remark(),
                LocalTimes.of(broadcast.sentOn()),
                broadcast.reportedBy(),
                LocalTimes.of(broadcast.reportedAt()),
                counts,
                counts.isEmpty() ? null : AreaCount.total("Tổng cộng", counts));
    }
}
