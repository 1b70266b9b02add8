package vn.canhbao.gateway.link;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import vn.canhbao.core.message.ClaimedMessage;

/**
 * How much a link has claimed and not yet put on the wire: no more than its rate lets out in half a second, so that an
 * urgent message claimed next stands behind no more than that. A link without a rate writes at once; only its window bounds
 * it.
 */
public final class ClaimAhead {

    private static final double SECONDS = 0.5;

    /** A claim costs a commit: it is worth it once so much of the half second has gone out. */
    private static final double WORTH_A_CLAIM = 0.4;

    private final DoubleSupplier perSecond;
    // Segments of each message that wait for their turn.
    private final Map<Long, Integer> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger segments = new AtomicInteger();
    private volatile double segmentsPerMessage = 1;

    /** @param perSecond segments that may go out a second now; 0: no limit */
    public ClaimAhead(DoubleSupplier perSecond) {
        this.perSecond = perSecond;
    }

    /** How many messages may be claimed now. */
    public int room() {
        double rate = perSecond.getAsDouble();
        if (rate <= 0) {
            return Integer.MAX_VALUE;
        }
        double most = Math.max(1, rate * SECONDS);
        double free = most - segments.get();
        return free < Math.max(1, most * WORTH_A_CLAIM) ? 0 : (int) Math.max(1, free / segmentsPerMessage);
    }

    /** These are about to be sent. */
    public void claimed(List<ClaimedMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        int sum = 0;
        for (ClaimedMessage message : messages) {
            int its = Math.max(1, message.segments());
            waiting.put(message.id(), its);
            sum += its;
        }
        segments.addAndGet(sum);
        segmentsPerMessage = (double) sum / messages.size();
    }

    /** A segment of the message goes on the wire. */
    public void written(long messageId) {
        waiting.computeIfPresent(messageId, (id, left) -> {
            segments.decrementAndGet();
            return left > 1 ? left - 1 : null;
        });
    }

    /** The segment was throttled: it waits for another turn. */
    public void throttled(long messageId) {
        waiting.merge(messageId, 1, Integer::sum);
        segments.incrementAndGet();
    }

    /** Nothing more of the message is going to be sent now. */
    public void settled(long messageId) {
        Integer left = waiting.remove(messageId);
        if (left != null) {
            segments.addAndGet(-left);
        }
    }

    /** Segments claimed and not yet on the wire. */
    public int segments() {
        return segments.get();
    }
}
