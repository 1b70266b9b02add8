package vn.canhbao.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.canhbao.core.db.SettableClock;

class AnswerWatchTest {

    static final RefusalAction RETRY = RefusalAction.of("RETRY_HERE 2x30s");

    final SettableClock clock = new SettableClock(Instant.parse("2026-12-01T01:00:00Z"));
    final AnswerWatch watch = new AnswerWatch(clock);

    @Test
    void aRunOfSystemErrorsIsTheSmscsIllnessUntilItAcceptsAgain() {
        refused(9, 0x08);
        clock.advance(Duration.ofSeconds(2));
        assertThat(watch.isIll()).isFalse();
        refused(1, 0x64);
        assertThat(watch.isIll()).isTrue();

        watch.accepted(1);

        assertThat(watch.isIll()).isFalse();
    }

    @Test
    void refusalsThatComeBeforeTheAcceptancesOfTheSameMomentAreNoIllness() {
        refused(50, 0x08);
        assertThat(watch.isIll()).isFalse();

        watch.accepted(1);
        clock.advance(Duration.ofSeconds(2));
        refused(9, 0x08);

        assertThat(watch.isIll()).isFalse();
    }

    @Test
    void fullQueuesHereAndThereAreThePhonesAndManyOfThemTheSmscs() {
        for (int i = 0; i < 10; i++) {
            refused(1, 0x14);
            watch.accepted(1);
        }
        assertThat(watch.isFull()).isFalse();

        refused(10, 0x14);

        assertThat(watch.isFull()).isTrue();
        assertThat(watch.isIll()).isFalse();
    }

    @Test
    void aLinkIsStuckWhenNothingWasAcceptedForAMinuteAndIsTriedAgainAMinuteLater() {
        refused(1, 0x58);
        clock.advance(Duration.ofSeconds(60));
        refused(1, 0x58);
        assertThat(watch.isStuck()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        refused(1, 0x58);
        assertThat(watch.isStuck()).isTrue();

        clock.advance(Duration.ofSeconds(60));
        assertThat(watch.isStuck()).isFalse();
        refused(1, 0x58);
        assertThat(watch.isStuck()).isTrue();
        watch.accepted(1);
        assertThat(watch.isStuck()).isFalse();
    }

    @Test
    void whatNearlyAllOfAWavesMessagesGetIsAlikeAndOtherWavesDontCount() {
        watch.accepted(1);
        refused(19, 0x0B);
        assertThat(watch.alike(1, 0x0B)).isFalse();
        refused(1, 0x0B);
        assertThat(watch.alike(1, 0x0B)).isTrue();
        assertThat(watch.alike(2, 0x0B)).isFalse();

        watch.forget(1);

        assertThat(watch.alike(1, 0x0B)).isFalse();
    }

    private void refused(int times, int status) {
        for (int i = 0; i < times; i++) {
            watch.refused(1, status, status == 0x0B ? RefusalAction.of("FAIL_RECIPIENT") : RETRY);
        }
    }
}
