package vn.canhbao.gateway.smpp;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import vn.canhbao.gateway.link.BindType;
import vn.canhbao.gateway.link.LinkSettings;

/**
 * What a slot of a link holds while it is bound: a transceiver, or a transmitter with its receiver. The two of a pair are
 * one: when either ends, the other is drained and closed, and both are bound anew. A transmitter alone would send what no
 * receipt can come back for.
 */
final class BoundSlot {

    private final Bind sending;
    private final List<Bind> binds;
    private final CompletableFuture<String> over = new CompletableFuture<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final CountDownLatch allAnswered = new CountDownLatch(1);
    private volatile boolean answeredOnce;

    private BoundSlot(Bind... binds) {
        sending = binds[0];
        this.binds = List.of(binds);
        this.binds.forEach(bind -> Thread.startVirtualThread(() -> watch(bind)));
    }

    /**
     * Connects and binds.
     *
     * @throws BindFailed with one line that says what is wrong and what to do
     */
    static BoundSlot open(String link, LinkSettings settings, DeliverSmHandler handler, Clock clock)
            throws BindFailed, InterruptedException {
        if (settings.bindType() == BindType.TRANSCEIVER) {
            return new BoundSlot(Bind.open(link, settings, BindRole.TRANSCEIVER, handler, clock));
        }
        // The receiver first: the very first submit_sm of the transmitter may have its receipt at once.
        Bind receiver = Bind.open(link, settings, BindRole.RECEIVER, handler, clock);
        try {
            return new BoundSlot(Bind.open(link, settings, BindRole.TRANSMITTER, handler, clock), receiver);
        } catch (BindFailed | InterruptedException | RuntimeException failure) {
            receiver.close();
            throw failure;
        }
    }

    private void watch(Bind bind) {
        try {
            end(bind.awaitEnd());
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isUp() {
        return !over.isDone() && sending.isUp();
    }

    /** Whether the SMSC has answered a submit_sm on it. */
    boolean answeredOnce() {
        return answeredOnce;
    }

    SubmitOutcome submit(SubmitSm pdu, Consumer<SubmitOutcome> late) throws InterruptedException {
        unanswered.incrementAndGet();
        try {
            if (!isUp()) {
                return new SubmitOutcome.NotSent("not bound");
            }
            SubmitOutcome outcome = sending.submit(pdu, late);
            if (outcome instanceof SubmitOutcome.Refused(int status) && status == CommandStatus.ESME_RINVBNDSTS) {
                String why = "SMSC coi phiên này chưa bind (the SMSC takes the session for unbound)";
                end(why);
                return new SubmitOutcome.NotSent(why);
            }
            if (!answeredOnce) {
                answeredOnce = outcome instanceof SubmitOutcome.Accepted || outcome instanceof SubmitOutcome.Refused;
            }
            return outcome;
        } finally {
            if (unanswered.decrementAndGet() == 0 && over.isDone()) {
                allAnswered.countDown();
            }
        }
    }

    /** From now on nothing more is sent on it. */
    void end(String reason) {
        over.complete(reason);
    }

    /** Returns the reason when it is over: a session of it has ended, or {@link #end} was called. */
    String awaitEnd() throws InterruptedException {
        try {
            return over.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** After its end: waits so long for the answers that are out, then unbinds. */
    void close(Duration patience) {
        try {
            if (unanswered.get() > 0) {
                allAnswered.await(patience.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            binds.forEach(Bind::close);
        }
    }
}
