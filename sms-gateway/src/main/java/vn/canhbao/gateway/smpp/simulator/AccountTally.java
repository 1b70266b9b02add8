package vn.canhbao.gateway.smpp.simulator;

import java.util.concurrent.atomic.LongAdder;

/** The counts behind {@link OperatorCounters}, where their meaning is told. */
final class AccountTally {

    /** Of the deliver_sm of one kind. */
    static final class Deliveries {

        final LongAdder taken = new LongAdder();
        final LongAdder refused = new LongAdder();
        final LongAdder resent = new LongAdder();
        final LongAdder waiting = new LongAdder();
    }

    final LongAdder binds = new LongAdder();
    final LongAdder bindsRefused = new LongAdder();
    final LongAdder submits = new LongAdder();
    final LongAdder accepted = new LongAdder();
    final LongAdder rejected = new LongAdder();
    final LongAdder throttled = new LongAdder();
    final LongAdder answersLost = new LongAdder();
    final LongAdder answersLate = new LongAdder();
    final LongAdder receiptsLost = new LongAdder();
    final LongAdder enquireLinks = new LongAdder();
    final LongAdder enquireLinksAnswered = new LongAdder();
    private final Deliveries receipts = new Deliveries();
    private final Deliveries messages = new Deliveries();

    Deliveries of(Delivery delivery) {
        return delivery instanceof Receipt ? receipts : messages;
    }

    OperatorCounters counters(int boundBinds, Traffic traffic) {
        return new OperatorCounters(
                boundBinds,
                binds.sum(),
                submits.sum(),
                accepted.sum(),
                rejected.sum(),
                throttled.sum(),
                answersLost.sum(),
                receipts.taken.sum(),
                receipts.refused.sum(),
                receipts.resent.sum(),
                receiptsLost.sum(),
                receipts.waiting.sum(),
                answersLate.sum(),
                bindsRefused.sum(),
                enquireLinks.sum(),
                enquireLinksAnswered.sum(),
                messages.taken.sum(),
                messages.refused.sum(),
                messages.waiting.sum(),
                traffic.peakPerSecond(),
                traffic.meanPerSecond(),
                traffic.peakUnanswered(),
                traffic.peakBinds());
    }
}
