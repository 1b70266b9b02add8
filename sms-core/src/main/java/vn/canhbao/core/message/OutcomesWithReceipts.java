package vn.canhbao.core.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import vn.canhbao.core.receipt.JournalledReceipt;

/**
 * Outcomes and receipts that a ledger has in hand together: the receipt of a message of one segment whose outcome is not
 * written yet is written with it, as one row instead of two.
 *
 * @param outcomes with their receipts
 * @param receipts those that are left
 */
public record OutcomesWithReceipts(List<MessageOutcome> outcomes, List<JournalledReceipt> receipts) {

    private record Key(String idKey, String msisdn) {}

    /** @param numbers the MSISDN of a message in the outcomes */
    public static OutcomesWithReceipts of(
            List<MessageOutcome> outcomes, LongFunction<String> numbers, List<JournalledReceipt> receipts) {
        Map<Key, Integer> places = new HashMap<>();
        List<MessageOutcome> joined = new ArrayList<>(outcomes);
        for (int place = 0; place < outcomes.size(); place++) {
            MessageOutcome outcome = outcomes.get(place);
            String idKey = outcome.idKeyOfOnlySegment();
            if (idKey != null) {
                places.put(new Key(idKey, numbers.apply(outcome.messageId())), place);
            }
        }
        List<JournalledReceipt> left = new ArrayList<>();
        for (JournalledReceipt receipt : receipts) {
            Integer place = receipt.idKey() == null ? null : places.get(new Key(receipt.idKey(), receipt.msisdn()));
            if (place == null) {
                left.add(receipt);
            } else {
                joined.set(place, joined.get(place).received(receipt));
            }
        }
        return new OutcomesWithReceipts(joined, left);
    }
}
