package vn.canhbao.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import vn.canhbao.core.message.Carries;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.gateway.link.ClaimAhead;
import vn.canhbao.gateway.link.ClaimTurn;
import vn.canhbao.gateway.link.WaveGate;

/**
 * What a ledger asks about its link beside the tables.
 *
 * @param carries which campaigns it carries
 * @param turns what it may claim into so many free places; none while it is down
 * @param ahead what it has claimed and not yet written
 * @param gate learns with each claim which waves run
 */
public record LinkWork(
        Carries carries,
        IntFunction<List<ClaimTurn>> turns,
        ClaimAhead ahead,
        WaveGate gate,
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
