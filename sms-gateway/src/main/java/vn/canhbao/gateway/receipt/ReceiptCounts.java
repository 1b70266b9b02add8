package vn.canhbao.gateway.receipt;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.receipt.RecentCount;

/** How each link's receipts come in, since the start and over the last hour; counted in memory, of this node. */
@Component
public class ReceiptCounts {

    private final Map<String, OfLink> counts = new ConcurrentHashMap<>();
    private final Clock clock;

    /**
     * A link's.
     *
     * @param expected accepted segments with a receipt asked for
     * @param orphaned found no segment when they came; most find it a moment later
     * @param unrecognised said a word that we don't know
     * @param givenUp never found a segment
     */
    public record OfLink(
            RecentCount expected,
            RecentCount received,
            RecentCount orphaned,
            RecentCount unrecognised,
            RecentCount givenUp) {

        OfLink() {
            this(new RecentCount(), new RecentCount(), new RecentCount(), new RecentCount(), new RecentCount());
        }
    }

    public ReceiptCounts(Clock clock) {
        this.clock = clock;
    }

    public OfLink of(String link) {
        return counts.computeIfAbsent(link, name -> new OfLink());
    }

    /** Counts the receipts that are due for what became of a message. */
    public void submitted(String link, MessageOutcome outcome) {
        int due = (int) outcome.segments().stream()
                .filter(segment -> segment.accepted() && segment.receiptWanted())
                .count();
        if (due > 0) {
            of(link).expected().add(clock.instant(), due);
        }
    }
}
