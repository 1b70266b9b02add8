package vn.canhbao.core.statistics;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the tallies: counts a wave anew while it runs, seldom enough to cost nothing, and after its end whenever a
 * message has moved, until nothing in it can move. The gateway knows nothing of it (ADR 20).
 */
@Component
public class TallyKeeper {

    private final KeptTallies kept;
    private final MessageCounter counter;
    private final KeptAcknowledgements acknowledgements;
    private final TransactionTemplate snapshot;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();

    TallyKeeper(
            KeptTallies kept,
            MessageCounter counter,
            KeptAcknowledgements acknowledgements,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.kept = kept;
        this.counter = counter;
        this.acknowledgements = acknowledgements;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ);
        this.clock = clock;
    }

    /** Counts what is due by its pace; nothing where another thread is at it. */
    public void refresh() {
        if (turn.tryLock()) {
            try {
                refresh(wave -> wave.isDue(clock.instant()));
            } finally {
                turn.unlock();
            }
        }
    }

    /** Counts everything that may have moved, for figures that are put on paper. */
    public void refreshAll() {
        turn.lock();
        try {
            refresh(wave -> true);
        } finally {
            turn.unlock();
        }
    }

    private void refresh(Predicate<MovingWave> due) {
        for (MovingWave wave : kept.moving()) {
            if (wave.phase() == CountPhase.OVER) {
                refreshOver(wave);
            } else if (wave.over() || due.test(wave)) {
                count(wave);
            }
        }
        acknowledgements.refresh();
    }

    private void refreshOver(MovingWave wave) {
        if (wave.isSealed(clock.instant())) {
            kept.settle(wave.id());
        } else if (kept.hasMoved(wave.id())) {
            count(wave);
        }
    }

    /** Counts a wave whose kept figures were found wrong. */
    void countAgain(MovingWave wave) {
        snapshot.executeWithoutResult(inOneSnapshot -> {
            kept.lock(wave);
            replace(wave);
        });
    }

    /** Counts a wave; not if another node did so since it was looked at. */
    void count(MovingWave wave) {
        snapshot.executeWithoutResult(inOneSnapshot -> {
            Instant counted = kept.lock(wave);
            if (wave.countedAt() != null && counted.isAfter(wave.countedAt())) {
                return;
            }
            replace(wave);
        });
    }

    private void replace(MovingWave wave) {
        Instant now = clock.instant();
        long started = System.nanoTime();
        WaveCount count = counter.count(wave.id());
        kept.replace(
                wave.id(), count, now, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started), phase(wave, count));
    }

    private static CountPhase phase(MovingWave wave, WaveCount count) {
        if (!wave.over()) {
            return CountPhase.MOVING;
        }
        return count.mayMove() ? CountPhase.OVER : CountPhase.SETTLED;
    }
}
