package vn.canhbao.gateway.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import vn.canhbao.core.message.LateAnswer;

/** A link's answers that came after the response timeout, until they are recorded. They hold no place in the window. */
final class LateAnswerIntake {

    private static final int BLOCK = 1_000;

    private final String link;
    private final LedgerTables tables;
    private final BlockingQueue<LateAnswer> arrived = new LinkedBlockingQueue<>();
    private final List<LateAnswer> inHand = new ArrayList<>();
    private List<LateAnswer> tooEarly = List.of();

    LateAnswerIntake(String link, LedgerTables tables) {
        this.link = link;
        this.tables = tables;
    }

    void add(LateAnswer answer) {
        arrived.add(answer);
    }

    /** Whether none has come that was not yet tried. */
    boolean isEmpty() {
        return arrived.isEmpty();
    }

    /** Takes in hand what has come; whether anything has. */
    boolean take() {
        return arrived.drainTo(inHand, BLOCK) > 0;
    }

    /** Records what is in hand, in the caller's transaction, after the outcomes: a message has its outcome first. */
    void record(Instant now) {
        tooEarly = inHand.isEmpty() ? List.of() : tables.queue().recordLate(link, inHand, now);
    }

    /** The transaction is committed: only what came before its message's outcome stays in hand. */
    void committed() {
        inHand.clear();
        inHand.addAll(tooEarly);
    }
}
