package vn.canhbao.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** 3,600 messages over an hour: one a second. */
class SpreadPaceTest {

    static final Instant SINCE = Instant.parse("2026-12-01T01:00:00Z");
    static final Duration HOUR = Duration.ofHours(1);

    SpreadPace pace = new SpreadPace(3_600, 0, 0, SINCE);
    Instant now = SINCE;

    @Test
    void nothingIsDueAtTheBeginning() {
        assertThat(pace.at(SINCE, SINCE, HOUR).room()).isZero();
    }

    @Test
    void lookedAtAllTheTimeItIsClaimedEvenly() {
        claimFor(Duration.ofMinutes(15));
        assertThat(pace.taken()).isEqualTo(900);

        claimFor(Duration.ofMinutes(30));
        assertThat(pace.taken()).isEqualTo(2_700);
    }

    @Test
    void atItsEndNothingIsLeft() {
        claimFor(HOUR);

        assertThat(pace.taken()).isEqualTo(3_600);
        assertThat(pace.room()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void afterAPauseItGoesAQuarterFasterAndNotInABurst() {
        claimFor(Duration.ofMinutes(10));
        long before = pace.taken();
        now = now.plus(Duration.ofMinutes(20));

        claimFor(Duration.ofMinutes(1));

        assertThat(pace.taken() - before).isBetween(70L, 85L);
    }

    @Test
    void caughtUpItGoesAsPlannedAgain() {
        claimFor(Duration.ofMinutes(10));
        now = now.plus(Duration.ofMinutes(5));

        claimFor(Duration.ofMinutes(25));

        assertThat(pace.taken()).isEqualTo(2_400);
    }

    @Test
    void whatBusyLinksCouldNotTakeIsNotMadeUpForAtOnce() {
        for (int second = 0; second < 600; second++) {
            now = now.plusSeconds(1);
            pace = pace.at(now, SINCE, HOUR);
        }

        assertThat(pace.room()).isEqualTo(5);
    }

    @Test
    void oneThatIsPausedBeyondItsEndIsStillSentEvenly() {
        claimFor(Duration.ofMinutes(30));
        now = now.plus(Duration.ofHours(2));

        claimFor(Duration.ofMinutes(1));
        assertThat(pace.taken()).isBetween(1_865L, 1_885L);

        claimFor(Duration.ofMinutes(24));
        assertThat(pace.taken()).isEqualTo(3_600);
    }

    private void claimFor(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            now = now.plusSeconds(1);
            pace = pace.at(now, SINCE, HOUR);
            int room = (int) Math.min(pace.room(), pace.planned() - pace.taken());
            pace = pace.taking(room);
        }
    }
}
