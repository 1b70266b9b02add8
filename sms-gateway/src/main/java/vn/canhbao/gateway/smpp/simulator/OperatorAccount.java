package vn.canhbao.gateway.smpp.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;

/** One operator of the built-in SMSC: its binds, what it does with each submit_sm, its deliver_sm and counters. */
final class OperatorAccount implements AutoCloseable {

    private final OperatorProfile profile;
    private final Premises premises;
    private final Throttle throttle;
    private final Postbox postbox;
    private final List<EsmeSession> sessions = new CopyOnWriteArrayList<>();
    private final DeliverySender sender;
    private final Traffic traffic = new Traffic();
    private final AccountTally tally = new AccountTally();
    private int bindsRefused;
    private int lingering;

    OperatorAccount(String systemId, Premises premises) {
        this.profile = premises.settings().operators().get(systemId);
        this.premises = premises;
        this.throttle = new Throttle(profile.submitsPerSecond());
        this.sender = new DeliverySender(sessions, premises.clock());
        this.postbox = new Postbox(systemId, profile, premises, tally);
    }

    void start() {
        sender.start();
        repeat(premises.settings().receiptTimeout().toNanos() / 4, () -> {
            long timeout = premises.settings().receiptTimeout().toNanos();
            sessions.forEach(session -> session.takeBackSilent(timeout));
        });
        if (profile.session().enquireLinkInterval().isPositive()) {
            repeat(
                    profile.session().enquireLinkInterval().toNanos(),
                    () -> sessions.forEach(session -> {
                        if (session.enquireLink()) {
                            tally.enquireLinks.increment();
                        }
                    }));
        }
    }

    private void repeat(long everyNanos, Runnable task) {
        premises.delays().after(Math.max(1, everyNanos), () -> {
            task.run();
            repeat(everyNanos, task);
        });
    }

    /** The command_status of a bind with this password: ESME_ROK takes one of the account's binds. */
    synchronized int bind(String password, EsmeSession session) {
        if (!profile.password().equals(password)) {
            return SMPPConstant.STAT_ESME_RINVPASWD;
        }
        if (bindsRefused < profile.session().refuseBinds()) {
            bindsRefused++;
            tally.bindsRefused.increment();
            return Integer.decode(profile.session().refuseBindsWith());
        }
        if (sessions.size() + lingering >= profile.maxBinds()) {
            tally.bindsRefused.increment();
            return SMPPConstant.STAT_ESME_RALYBND;
        }
        session.belongsTo(this, new AnswerOrder.Lots(profile.answers().reversed(), premises.delays()));
        sessions.add(session);
        traffic.bound(sessions.size());
        return SMPPConstant.STAT_ESME_ROK;
    }

    long bindDelayMillis() {
        return profile.session().bindDelay().toMillis();
    }

    /** The bind_resp is out: receipts may follow. */
    void bound(EsmeSession session) {
        tally.binds.increment();
        session.bound();
        sender.wake();
    }

    synchronized void ended(EsmeSession session) {
        long linger = profile.session().linger().toNanos();
        if (sessions.remove(session) && linger > 0) {
            lingering++;
            premises.delays().after(linger, this::lingered);
        }
    }

    private synchronized void lingered() {
        lingering--;
    }

    void submitted(SubmitSm submit, EsmeSession session) {
        tally.submits.increment();
        long ordinal = traffic.arrived();
        SessionManners manners = profile.session();
        if (SessionManners.isTurn(manners.silenceEvery(), ordinal)) {
            session.goSilent();
            postbox.ignored(submit, session);
            return;
        }
        boolean cut = SessionManners.isTurn(manners.cutEvery(), ordinal);
        Whim whim = cut
                ? Whim.TAKEN_IN_SILENCE
                : throttle.admits() ? Whim.of(ordinal, premises.settings().seed(), profile.answers()) : Whim.THROTTLED;
        Fate fate = Fate.of(submit.getDestAddress(), premises.settings().seed(), profile);
        long latency = whim.refusal() == SMPPConstant.STAT_ESME_RTHROTTLED ? 0 : fate.latencyNanos();
        if (cut) {
            session.cut();
        }
        premises.delays().after(latency, () -> {
            postbox.answer(submit, session, fate, whim);
            if (SessionManners.isTurn(manners.unbindEvery(), ordinal)) {
                session.unbind();
            }
        });
    }

    void answersSettled(int submits) {
        traffic.settled(submits);
    }

    boolean ignoresEnquireLink() {
        return profile.session().ignoreEnquireLink();
    }

    boolean enquireLinkAnswered() {
        tally.enquireLinksAnswered.increment();
        return true;
    }

    /** Sends it on one of this account's sessions. */
    void deliver(Delivery delivery) {
        tally.of(delivery).waiting.increment();
        sender.add(delivery);
    }

    void deliveryAnswered(Delivery delivery, int commandStatus) {
        AccountTally.Deliveries counts = tally.of(delivery);
        switch (commandStatus) {
            case SMPPConstant.STAT_ESME_ROK -> settled(delivery, commandStatus, counts.taken, counts);
            case SMPPConstant.STAT_ESME_RX_P_APPN, SMPPConstant.STAT_ESME_RX_R_APPN ->
                settled(delivery, commandStatus, counts.refused, counts);
            default ->
                premises.delays().after(premises.settings().receiptRetry().toNanos(), () -> sendAgain(delivery));
        }
        sender.wake();
    }

    private static void settled(
            Delivery delivery,
            int commandStatus,
            java.util.concurrent.atomic.LongAdder outcome,
            AccountTally.Deliveries counts) {
        outcome.increment();
        counts.waiting.decrement();
        if (delivery instanceof MoSegment segment) {
            segment.answer().complete(commandStatus);
        }
    }

    void sendAgain(Delivery delivery) {
        tally.of(delivery).resent.increment();
        sender.add(delivery);
    }

    void dropSessions() {
        sessions.forEach(EsmeSession::close);
    }

    OperatorCounters counters() {
        return tally.counters(sessions.size(), traffic);
    }

    @Override
    public void close() {
        sender.close();
        dropSessions();
    }
}
