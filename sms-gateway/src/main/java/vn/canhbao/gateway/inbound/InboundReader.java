package vn.canhbao.gateway.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.inbound.InboundKind;
import vn.canhbao.core.inbound.InboundMessage;
import vn.canhbao.core.inbound.InboundMessages;
import vn.canhbao.core.inbound.InboundSegment;
import vn.canhbao.core.inbound.InboundSegments;

/**
 * Reads new segments in the order in which they came, each in one transaction with all its effects: what a crash cuts
 * off is read again, what is read is never read twice. One server at a time has the turn, so that the segments of a
 * message may come over any bind of any of them.
 */
final class InboundReader {

    private static final Logger log = LoggerFactory.getLogger(InboundReader.class);
    // A reference tells a phone's messages apart, so that the SMSC's late repetition of a segment is still known as
    // one.
    private static final Duration SEGMENT_REPEATED_WITHIN = Duration.ofHours(1);
    private static final String DUPLICATE = "DUPLICATE";

    private final InboundSegments segments;
    private final InboundMessages messages;
    private final Function<InboundMessage, InboundKind> route;
    private final InboundSettings settings;
    private final TransactionOperations transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    /** @param route does what a message asks for, in the transaction */
    InboundReader(
            InboundSegments segments,
            InboundMessages messages,
            Function<InboundMessage, InboundKind> route,
            InboundSettings settings,
            TransactionOperations transaction,
            MeterRegistry meters,
            Clock clock) {
        this.segments = segments;
        this.messages = messages;
        this.route = route;
        this.settings = settings;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
    }

    /** Reads until nothing is left that can be read now. */
    void read() {
        Instant overdue = clock.instant().minus(settings.incompleteAfter());
        readEach(segments::nextNew, this::take);
        readEach(
                after -> segments.nextOverdue(after, overdue),
                waiting -> Optional.of(give(segments.waitingWith(waiting))));
    }

    private void readEach(
            LongFunction<Optional<InboundSegment>> next, Function<InboundSegment, Optional<String>> step) {
        InboundSegment last = null;
        do {
            last = readOne(next, last == null ? 0 : last.id(), step);
        } while (last != null);
    }

    /** The segment that was in hand, read or not; {@code null}: there was none, or the database is away. */
    private InboundSegment readOne(
            LongFunction<Optional<InboundSegment>> next, long after, Function<InboundSegment, Optional<String>> step) {
        AtomicReference<InboundSegment> inHand = new AtomicReference<>();
        try {
            Optional<String> kind = transaction.execute(status -> {
                segments.takeTurn();
                inHand.set(next.apply(after).orElse(null));
                return inHand.get() == null ? Optional.empty() : step.apply(inHand.get());
            });
            kind.ifPresent(it -> count(inHand.get().link(), it));
        } catch (RuntimeException notRead) {
            log.warn(
                    "Chưa xử lý được tin đến sau số {}, sẽ thử lại (inbound message not processed, is tried again): {}",
                    after,
                    NestedExceptionUtils.getMostSpecificCause(notRead).getMessage());
        }
        return inHand.get();
    }

    /** What became of the segment; empty: it waits for others. */
    private Optional<String> take(InboundSegment segment) {
        Duration repeatedWithin = segment.isWhole() ? settings.repeatWithin() : SEGMENT_REPEATED_WITHIN;
        if (segments.cameBefore(segment, segment.receivedAt().minus(repeatedWithin))) {
            segments.markDuplicate(segment);
            return Optional.of(DUPLICATE);
        }
        return segment.isWhole() ? Optional.of(give(List.of(segment))) : join(segment);
    }

    private Optional<String> join(InboundSegment segment) {
        List<InboundSegment> come = new ArrayList<>(segments.waitingWith(segment));
        boolean ofAnotherMessage = come.stream().anyMatch(other -> other.number() == segment.number());
        if (ofAnotherMessage) {
            // Another text in the same place: the phone has come round to the same reference.
            String given = give(come);
            segments.markWaiting(segment);
            return Optional.of(given);
        }
        come.add(segment);
        if (come.size() == segment.total()) {
            return Optional.of(give(come));
        }
        segments.markWaiting(segment);
        return Optional.empty();
    }

    private String give(List<InboundSegment> come) {
        InboundMessage message = messages.add(come);
        segments.markDone(come, message.id());
        return route.apply(message).name();
    }

    private void count(String link, String kind) {
        meters.counter("canhbao.inbound", "link", link, "kind", kind).increment();
    }
}
