package vn.canhbao.core.statistics;

import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.audit.AuditTrail;

/**
 * Counts every message and compares with what is kept: names each difference in its table and the audit trail, then puts
 * the kept figure right. A wave that has moved since it was last counted is counted first; that is no difference.
 */
@Component
public class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
    private static final int LONGEST_DETAIL = 1_900;

    private final KeptTallies kept;
    private final TallyKeeper keeper;
    private final WaveFigures figures;
    private final TallyChecks checks;
    private final AuditTrail audit;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    Reconciliation(
            KeptTallies kept,
            TallyKeeper keeper,
            WaveFigures figures,
            TallyChecks checks,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.kept = kept;
        this.keeper = keeper;
        this.figures = figures;
        this.checks = checks;
        this.audit = audit;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ);
        this.clock = clock;
    }

    /** Enters a check that somebody asks for; {@link #run} does it. */
    public TallyCheck begin(String actor) {
        return checks.get(checks.begin(actor, clock.instant()));
    }

    /** Counts wave after wave, each in a snapshot of its own, and says what it found. */
    public TallyCheck run(TallyCheck begun) {
        Sum sum = new Sum();
        for (MovingWave wave : kept.all()) {
            compare(begun.id(), wave, sum);
        }
        TallyCheck ended = new TallyCheck(
                begun.id(),
                begun.startedBy(),
                begun.startedAt(),
                clock.instant(),
                sum.waves,
                sum.messages,
                sum.erased,
                sum.differences);
        checks.end(ended);
        audit.record(
                ended.startedBy(),
                "STATISTICS_CHECKED",
                "statistics-check " + ended.id(),
                ended.differences() == 0
                        ? "no difference: " + ended.waves() + " waves, " + ended.messages() + " messages"
                        : ended.differences() + " differences: " + sum.named);
        if (ended.differences() > 0) {
            log.warn(
                    "Đối soát thống kê: {} số liệu lệch, đã ghi tại /statistics/checks/{} (statistics differ from a full count)",
                    ended.differences(),
                    ended.id());
        }
        return ended;
    }

    private void compare(long check, MovingWave wave, Sum sum) {
        if (hasMoved(wave)) {
            keeper.count(wave);
        }
        List<Difference> found = snapshot.execute(inOneSnapshot -> {
            Map<WaveFigures.Name, Long> counted = figures.counted(wave.id());
            long messages = messages(counted);
            sum.waves++;
            sum.messages += messages;
            Map<WaveFigures.Name, Long> before = figures.kept(wave.id());
            if (messages == 0 && messages(before) > 0 && wave.isSealed(clock.instant())) {
                sum.erased++;
                return List.<Difference>of();
            }
            return wave.over() ? WaveFigures.differences(wave, before, counted) : List.<Difference>of();
        });
        if (!found.isEmpty()) {
            sum.add(found);
            snapshot.executeWithoutResult(status -> checks.add(check, found));
            keeper.countAgain(wave);
        }
    }

    private boolean hasMoved(MovingWave wave) {
        if (wave.phase() == CountPhase.OVER) {
            return kept.hasMoved(wave.id());
        }
        return wave.phase() != CountPhase.SETTLED;
    }

    private static long messages(Map<WaveFigures.Name, Long> figures) {
        return figures.entrySet().stream()
                .filter(entry -> WaveFigures.isStatus(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static final class Sum {

        private long waves;
        private long messages;
        private long erased;
        private long differences;
        private final StringBuilder named = new StringBuilder();

        void add(List<Difference> found) {
            differences += found.size();
            for (Difference one : found) {
                if (named.length() < LONGEST_DETAIL - 200) {
                    named.append("campaign %d wave %d %s %s kept %d counted %d; "
                            .formatted(
                                    one.campaign(),
                                    one.wave(),
                                    one.operator(),
                                    one.figure(),
                                    one.kept(),
                                    one.counted()));
                }
            }
        }
    }
}
