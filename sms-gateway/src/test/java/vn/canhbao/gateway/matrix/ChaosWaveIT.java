package vn.canhbao.gateway.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.gateway.smpp.simulator.OperatorCounters;

/**
 * A wave on a very bad day: 10 % of the submits throttled, 1 % without an answer (half of these taken), 1 % answered after
 * the timer, receipts before their answers, a connection cut every few thousand submits with others under way.
 *
 * <p>{@code -Dcanhbao.chaos-messages=50000} is the size that counts; without it 5,000, so that every build can bear it.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ChaosWaveIT {

    private static final Logger log = LoggerFactory.getLogger(ChaosWaveIT.class);
    private static final int MESSAGES = Integer.getInteger("canhbao.chaos-messages", 5_000);
    private static final int LINKS = 4;
    private static final int WINDOW = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(MESSAGES > 5_000 ? 15 : 3);

    private final TestDatabase kind;
    private WaveRun run;

    ChaosWaveIT(TestDatabase kind) {
        this.kind = kind;
    }

    @AfterEach
    void close() {
        if (run != null) {
            run.close();
        }
    }

    @Test
    void withKeepNobodyIsMissedAndNobodyIsSentASecondCopy() {
        start("KEEP");
        await().dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    Tallies now = run.tally();
                    assertThat(new Open(now.pending(), now.submitted(), now.unanswered() - MESSAGES + run.taken(), 0))
                            .isEqualTo(Open.NOTHING);
                });

        assertTheSmscMisbehaved();
        assertNobodyMissed();
        assertThat(run.copies().values()).as("copies of each message").containsOnly(1);
        // What is still in doubt is what the SMSC never took: it can't be known from here, so it isn't sent again.
        assertThat(run.tally().delivered()).isEqualTo(run.taken());
        assertThat(run.tally().unanswered()).isPositive();
    }

    @Test
    void withResendOnlyTheDoubtfulAreSentASecondCopy() {
        start("RESEND");
        await().dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    Tallies now = run.tally();
                    assertThat(new Open(
                                    now.pending(),
                                    now.submitted(),
                                    now.unanswered() - MESSAGES + run.taken(),
                                    run.numbersTried(1, "UNANSWERED").size()))
                            .isEqualTo(Open.NOTHING);
                });

        assertTheSmscMisbehaved();
        assertNobodyMissed();
        Set<String> twice = run.copies().entrySet().stream()
                .filter(copies -> copies.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(run.copies().values()).as("copies of each message").allMatch(copies -> copies <= 2);
        assertThat(twice).isNotEmpty();
        assertThat(run.numbersTried(2, "%")).as("listed as doubtful").containsAll(twice);
        assertThat(run.tally().delivered()).isEqualTo(run.taken());
    }

    /** What keeps a wave open; {@code unknown}: UNANSWERED although the SMSC took them. */
    private record Open(long pending, long submitted, long unknown, long toBeSentAgain) {

        static final Open NOTHING = new Open(0, 0, 0, 0);
    }

    private void start(String policy) {
        run = new WaveRun(kind, policy, LINKS, MESSAGES)
                .smsc(
                        "answers.throttled",
                        0.1,
                        "answers.lost",
                        0.01,
                        "answers.late",
                        0.01,
                        "answers.late-by",
                        "6s",
                        "answers.receipt-first",
                        0.5,
                        "session.cut-every",
                        MESSAGES > 5_000 ? 5_000 : 500)
                .link("submits-per-second", 1_000, "window", WINDOW, "response-timeout", "4s")
                .start();
    }

    private void assertTheSmscMisbehaved() {
        log.info("{} on {}: {}; SMSC: {}", run.policy(), kind, run.tally(), run.counters());
        assertThat(run.counters().values()).allSatisfy(counters -> {
            assertThat(counters.throttled()).isBetween(MESSAGES / LINKS / 15L, MESSAGES / LINKS / 5L);
            assertThat(counters.answersLost()).isPositive();
            assertThat(counters.answersLate()).isPositive();
            assertThat(counters.binds()).as("binds: it was cut").isGreaterThan(1);
        });
    }

    // Numbers on the wire and numbers in the table are the same people, each in one state.
    private void assertNobodyMissed() {
        Tallies end = run.tally();
        assertThat(end.planned()).isEqualTo(MESSAGES);
        assertThat(end.delivered() + end.unanswered()).isEqualTo(MESSAGES);
        assertThat(run.numbersTried(0, "%")).isEmpty();
        long cuts = run.counters().values().stream()
                .mapToLong(counters -> counters.binds() - 1)
                .sum();
        long lost = run.counters().values().stream()
                .mapToLong(OperatorCounters::answersLost)
                .sum();
        assertThat(end.unanswered())
                .as("in doubt: no more than the windows hold")
                .isLessThanOrEqualTo(lost + cuts * WINDOW);
    }
}
