package vn.canhbao.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.gateway.link.ClaimTurn;

/**
 * What a ledger asks about its link beside the tables.
 *
 * @param turns what it may claim into so many free places; none while it is down
 */
public record LinkWork(
        IntFunction<List<ClaimTurn>> turns,
        DelayedClaims delayed,
        RefusalDesk refusals,
        Rerouted rerouted,
        ReceiptTimes receiptTimes) {

    /** The outcomes as they are to be recorded, in the caller's transaction. */
    List<MessageOutcome> decided(List<MessageOutcome> outcomes, Instant now) {
        List<MessageOutcome> decided = refusals.decide(outcomes, now);
        rerouted.learn(decided, now);
        return decided;
    }

    /** After the commit. */
    void committed(List<MessageOutcome> outcomes, List<JournalledReceipt> receipts) {
        refusals.committed();
        rerouted.settled(outcomes);
        receiptTimes.saw(outcomes, receipts);
    }
}
