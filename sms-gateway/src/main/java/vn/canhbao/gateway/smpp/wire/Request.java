package vn.canhbao.gateway.smpp.wire;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A request of ours between its sequence number and its answer. */
final class Request {

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final Consumer<Pdu> late;
    private final long madeAt = System.nanoTime();
    private volatile boolean written;

    Request(Consumer<Pdu> late) {
        this.late = late;
    }

    Answer await() throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The answer, {@code Overdue} when it doesn't come in so long. */
    Answer await(Duration patience) throws InterruptedException {
        answer.completeOnTimeout(new Answer.Overdue(), patience.toNanos(), TimeUnit.NANOSECONDS);
        return await();
    }

    /** From now on the SMSC may have it. */
    void writing() {
        written = true;
    }

    void answered(Pdu pdu) {
        if (!answer.complete(new Answer.Answered(pdu))) {
            late.accept(pdu);
        }
    }

    /** Whether it had no answer yet. */
    boolean becomesOverdue() {
        return answer.complete(new Answer.Overdue());
    }

    void sessionEnded(String reason) {
        answer.complete(written ? new Answer.Lost(reason) : new Answer.NotWritten(reason));
    }

    boolean isOverdue() {
        return answer.getNow(null) instanceof Answer.Overdue;
    }

    long nanosSinceMade(long now) {
        return now - madeAt;
    }
}
