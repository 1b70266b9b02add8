package vn.canhbao.gateway.smpp.simulator;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;

/** One operator of the built-in SMSC: its binds, what becomes of each submit_sm, its receipts and counters. */
final class OperatorAccount implements AutoCloseable {

    private static final int RECEIPT_REQUEST = 0x03;
    private static final int ON_FAILURE_ONLY = 0x02;

    private final String systemId;
    private final OperatorProfile profile;
    private final SimulatorSettings settings;
    private final Delays delays;
    private final AtomicLong ids;
    private final Clock clock;
    private final Consumer<AcceptedSubmit> observer;
    private final Throttle throttle;
    private final List<EsmeSession> sessions = new CopyOnWriteArrayList<>();
    private final ReceiptSender receipts;
    private final AccountTally tally = new AccountTally();

    OperatorAccount(
            String systemId,
            SimulatorSettings settings,
            Delays delays,
            AtomicLong ids,
            Clock clock,
            Consumer<AcceptedSubmit> observer) {
        this.systemId = systemId;
        this.profile = settings.operators().get(systemId);
        this.settings = settings;
        this.delays = delays;
        this.ids = ids;
        this.clock = clock;
        this.observer = observer;
        this.throttle = new Throttle(profile.submitsPerSecond());
        this.receipts = new ReceiptSender(sessions, clock);
    }

    void start() {
        receipts.start();
        scheduleSweep();
    }

    /** The command_status of a bind with this password: ESME_ROK takes one of the account's binds. */
    synchronized int bind(String password, EsmeSession session) {
        if (!profile.password().equals(password)) {
            return SMPPConstant.STAT_ESME_RINVPASWD;
        }
        if (sessions.size() >= profile.maxBinds()) {
            return SMPPConstant.STAT_ESME_RALYBND;
        }
        session.belongsTo(this);
        sessions.add(session);
        return SMPPConstant.STAT_ESME_ROK;
    }

    /** The bind_resp is out: receipts may follow. */
    void bound(EsmeSession session) {
        tally.binds.increment();
        session.bound();
        receipts.wake();
    }

    void ended(EsmeSession session) {
        sessions.remove(session);
    }

    void submitted(SubmitSm submit, EsmeSession session) {
        tally.submits.increment();
        if (!throttle.admits()) {
            tally.throttled.increment();
            session.refuseSubmit(submit.getSequenceNumber(), SMPPConstant.STAT_ESME_RTHROTTLED);
            return;
        }
        Fate fate = Fate.of(submit.getDestAddress(), settings.seed(), profile);
        delays.after(fate.latencyNanos(), () -> answer(submit, session, fate));
    }

    private void answer(SubmitSm submit, EsmeSession session, Fate fate) {
        if (fate.rejection() != 0) {
            tally.rejected.increment();
            session.refuseSubmit(submit.getSequenceNumber(), fate.rejection());
            return;
        }
        long id = ids.incrementAndGet();
        if (fate.taken()) {
            tally.accepted.increment();
            observer.accept(
                    AcceptedSubmit.of(submit, systemId, profile.idFormat().inResponse(id), fate.answered()));
        }
        if (fate.answered()) {
            session.answerSubmit(submit.getSequenceNumber(), profile.idFormat().inResponse(id));
        } else {
            tally.answersLost.increment();
        }
        if (fate.taken() && wantsReceipt(submit, fate)) {
            scheduleReceipt(submit, id, fate);
        }
    }

    private void scheduleReceipt(SubmitSm submit, long id, Fate fate) {
        if (!fate.receiptComes()) {
            tally.receiptsLost.increment();
            return;
        }
        tally.receiptsWaiting.increment();
        Receipt receipt = Receipt.of(submit, profile.idFormat().inReceipt(id), fate.word(), clock.instant());
        delays.after(fate.receiptDelayNanos(), () -> receipts.add(receipt));
    }

    private static boolean wantsReceipt(SubmitSm submit, Fate fate) {
        int request = submit.getRegisteredDelivery() & RECEIPT_REQUEST;
        return request != 0 && (request != ON_FAILURE_ONLY || !fate.word().equals("DELIVRD"));
    }

    void receiptAnswered(Receipt receipt, int commandStatus) {
        switch (commandStatus) {
            case SMPPConstant.STAT_ESME_ROK -> {
                tally.receiptsTaken.increment();
                tally.receiptsWaiting.decrement();
            }
            case SMPPConstant.STAT_ESME_RX_P_APPN, SMPPConstant.STAT_ESME_RX_R_APPN -> {
                tally.receiptsRefused.increment();
                tally.receiptsWaiting.decrement();
            }
            default -> delays.after(settings.receiptRetry().toNanos(), () -> sendAgain(receipt));
        }
        receipts.wake();
    }

    void sendAgain(Receipt receipt) {
        tally.receiptsResent.increment();
        receipts.add(receipt);
    }

    private void scheduleSweep() {
        long timeout = settings.receiptTimeout().toNanos();
        delays.after(Math.max(1, timeout / 4), () -> {
            sessions.forEach(session -> session.takeBackSilent(timeout));
            scheduleSweep();
        });
    }

    void dropSessions() {
        sessions.forEach(EsmeSession::close);
    }

    OperatorCounters counters() {
        return tally.counters(sessions.size());
    }

    @Override
    public void close() {
        receipts.close();
        dropSessions();
    }
}
