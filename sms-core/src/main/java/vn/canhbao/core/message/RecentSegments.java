package vn.canhbao.core.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.canhbao.core.receipt.JournalledReceipt;

/**
 * The segments that one ledger recorded a moment ago: most receipts speak of one of them, and need no look-up. What a
 * segment's receipt said before is not known here; the statements that write receipts see to it that states only move
 * forward. For the ledger's thread alone.
 */
public final class RecentSegments {

    /** At 6,000 a second, the receipts of the last eight seconds; the older ones are looked up. */
    private static final int REMEMBERED = 50_000;

    private record Key(String idKey, String msisdn) {}

    private final Map<Key, SubmittedSegment> segments = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SubmittedSegment> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The accepted segments of an outcome that is being recorded. */
    public void add(MessageOutcome outcome, String msisdn) {
        if (outcome.status().isFinal()) {
            return;
        }
        int total = outcome.plan() == null ? 1 : outcome.plan().total();
        for (SegmentOutcome segment : outcome.segments()) {
            if (segment.accepted() && segment.idKey() != null) {
                segments.put(
                        new Key(segment.idKey(), msisdn),
                        SubmittedSegment.fresh(outcome.messageId(), segment, msisdn, total));
            }
        }
    }

    /** The segment that the receipt speaks of, forgotten with a final state; {@code null}: not known here. */
    SubmittedSegment of(JournalledReceipt receipt) {
        Key key = new Key(receipt.idKey(), receipt.msisdn());
        return receipt.state().isFinal() ? segments.remove(key) : segments.get(key);
    }

    /** Those of the receipts whose segments have to be looked up. */
    List<JournalledReceipt> without(List<JournalledReceipt> receipts) {
        return receipts.stream()
                .filter(receipt -> !segments.containsKey(new Key(receipt.idKey(), receipt.msisdn())))
                .toList();
    }
}
