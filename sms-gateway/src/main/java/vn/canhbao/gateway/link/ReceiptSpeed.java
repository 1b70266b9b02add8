package vn.canhbao.gateway.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How soon a link's receipts come, by samples: of the segments that were accepted, so many in ten seconds are followed
 * until their receipt or until it is slow.
 */
public final class ReceiptSpeed {

    /** A receipt that takes longer is slow. */
    public static final Duration SLOW = Duration.ofMinutes(5);

    private static final Duration LOOK_BACK = Duration.ofMinutes(15);
    private static final Duration SLOT = Duration.ofSeconds(10);
    private static final int SAMPLES_IN_SLOT = 20;
    private static final int TOO_FEW = 20;

    private record Verdict(Instant submittedAt, boolean slow) {}

    private final Clock clock;
    private final Map<String, Instant> followed = new LinkedHashMap<>();
    private final Deque<Verdict> verdicts = new ArrayDeque<>();
    private Instant slot = Instant.MIN;
    private int inSlot;

    public ReceiptSpeed(Clock clock) {
        this.clock = clock;
    }

    /** @param idKey of a segment that was accepted and has a receipt to come, {@code null}: it can't be followed */
    public synchronized void accepted(String idKey, Instant submittedAt) {
        if (idKey == null) {
            return;
        }
        if (submittedAt.isAfter(slot.plus(SLOT))) {
            slot = submittedAt;
            inSlot = 0;
        }
        if (inSlot++ < SAMPLES_IN_SLOT) {
            followed.put(idKey, submittedAt);
        }
    }

    public synchronized void received(String idKey, Instant at) {
        Instant submittedAt = followed.remove(idKey);
        if (submittedAt != null) {
            verdicts.add(new Verdict(submittedAt, submittedAt.plus(SLOW).isBefore(at)));
        }
    }

    /** The keys of those whose receipt is missing for so long that it is slow; it may have come to another node. */
    public synchronized List<String> missing() {
        Instant limit = clock.instant().minus(SLOW);
        List<String> missing = new ArrayList<>();
        for (var sample : followed.entrySet()) {
            if (sample.getValue().isBefore(limit)) {
                missing.add(sample.getKey());
            }
        }
        return missing;
    }

    /** One of the missing is; nobody has its receipt. */
    public synchronized void slow(String idKey) {
        Instant submittedAt = followed.remove(idKey);
        if (submittedAt != null) {
            verdicts.add(new Verdict(submittedAt, true));
        }
    }

    /** The share of slow ones among those of the last quarter of an hour; empty where they are too few to say. */
    public synchronized OptionalDouble slowShare() {
        Instant since = clock.instant().minus(LOOK_BACK);
        verdicts.removeIf(verdict -> verdict.submittedAt().isBefore(since));
        return verdicts.size() < TOO_FEW
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (double) verdicts.stream().filter(Verdict::slow).count() / verdicts.size());
    }
}
