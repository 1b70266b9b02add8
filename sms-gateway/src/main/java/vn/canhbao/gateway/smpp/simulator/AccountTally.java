package vn.canhbao.gateway.smpp.simulator;

import java.util.concurrent.atomic.LongAdder;

/** The counts behind {@link OperatorCounters}, where their meaning is told. */
final class AccountTally {

    final LongAdder binds = new LongAdder();
    final LongAdder submits = new LongAdder();
    final LongAdder accepted = new LongAdder();
    final LongAdder rejected = new LongAdder();
    final LongAdder throttled = new LongAdder();
    final LongAdder answersLost = new LongAdder();
    final LongAdder receiptsTaken = new LongAdder();
    final LongAdder receiptsRefused = new LongAdder();
    final LongAdder receiptsResent = new LongAdder();
    final LongAdder receiptsLost = new LongAdder();
    final LongAdder receiptsWaiting = new LongAdder();

    OperatorCounters counters(int boundBinds) {
        return new OperatorCounters(
                boundBinds,
                binds.sum(),
                submits.sum(),
                accepted.sum(),
                rejected.sum(),
                throttled.sum(),
                answersLost.sum(),
                receiptsTaken.sum(),
                receiptsRefused.sum(),
                receiptsResent.sum(),
                receiptsLost.sum(),
                receiptsWaiting.sum());
    }
}
