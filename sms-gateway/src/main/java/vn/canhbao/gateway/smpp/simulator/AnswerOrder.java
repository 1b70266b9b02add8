package vn.canhbao.gateway.smpp.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Answers of a session in the order in which the operator likes to send them: as they come, or a lot in reverse. */
final class AnswerOrder {

    /** How an account orders the answers of each of its sessions. */
    record Lots(int size, Delays delays) {

        AnswerOrder order(Consumer<byte[]> out) {
            return new AnswerOrder(size, delays, out);
        }
    }

    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(50);

    private final int lot;
    private final Delays delays;
    private final Consumer<byte[]> out;
    private final List<byte[]> held = new ArrayList<>();

    /** @param lot how many are reversed together; 1: none */
    AnswerOrder(int lot, Delays delays, Consumer<byte[]> out) {
        this.lot = lot;
        this.delays = delays;
        this.out = out;
    }

    void add(byte[] answer) {
        if (lot <= 1) {
            out.accept(answer);
            return;
        }
        synchronized (held) {
            held.add(answer);
            if (held.size() >= lot) {
                release();
            } else if (held.size() == 1) {
                delays.after(PATIENCE, this::release);
            }
        }
    }

    private void release() {
        synchronized (held) {
            held.reversed().forEach(out);
            held.clear();
        }
    }
}
