package vn.canhbao.console.api;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.canhbao.report.broadcast.AreaCount;
import vn.canhbao.report.broadcast.Broadcast;
import vn.canhbao.report.broadcast.Broadcasts;

/** Reads broadcasts with what their operators counted. */
@Component
public class BroadcastReader {

    private final Broadcasts broadcasts;

    BroadcastReader(Broadcasts broadcasts) {
        this.broadcasts = broadcasts;
    }

    /** Newest first; {@code before} is the id of the last one seen, or {@code null} for the first page. */
    public List<BroadcastView> page(Long before, int limit) {
        List<Broadcast> found = broadcasts.page(before, limit);
        Map<Long, List<AreaCount>> counts =
                broadcasts.counts(found.stream().map(Broadcast::id).toList());
        return found.stream()
                .map(broadcast -> BroadcastView.of(broadcast, counts.getOrDefault(broadcast.id(), List.of())))
                .toList();
    }
}
