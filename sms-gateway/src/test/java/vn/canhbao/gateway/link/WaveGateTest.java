package vn.canhbao.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.canhbao.core.message.Carries;
import vn.canhbao.core.message.ClaimableWave;
import vn.canhbao.gateway.link.WaveGate.Verdict;

class WaveGateTest {

    static final ClaimableWave WAVE = new ClaimableWave(1, false, false, null, Instant.EPOCH);
    static final ClaimableWave EXERCISE = new ClaimableWave(2, false, true, null, Instant.EPOCH);

    long nanos = 1_000_000_000_000L;
    final WaveGate gate = new WaveGate(() -> nanos);
    final WaveGate.LastLook look = gate.of(Carries.PUBLIC);

    @Test
    void aRunningWavesMessageGoesOut() throws Exception {
        read(WAVE);

        assertThat(look.at(1, false)).isEqualTo(Verdict.SEND);
    }

    @Test
    void aWaveThatTheLastReadingLacksIsHeldBack() throws Exception {
        read(WAVE);
        pass(200);
        read();

        assertThat(look.at(1, false)).isEqualTo(Verdict.NOT_RUNNING);
    }

    @Test
    void aMessageThatIsBegunIsFinishedButNotLaterThanASecondAfterThePause() throws Exception {
        read(WAVE);
        pass(100);
        read();

        assertThat(look.at(1, true)).isEqualTo(Verdict.SEND);
        pass(850);
        read();
        assertThat(look.at(1, true)).isEqualTo(Verdict.NOT_RUNNING);
    }

    @Test
    void onAReadingThatIsTooOldNothingPassesUntilThereIsANewOne() throws Exception {
        read(WAVE);
        pass(701);

        Verdict[] verdict = new Verdict[1];
        Thread waiting = Thread.startVirtualThread(() -> {
            try {
                verdict[0] = look.at(1, false);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        org.awaitility.Awaitility.await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        assertThat(verdict[0]).isNull();
        read(WAVE);
        waiting.join();

        assertThat(verdict[0]).isEqualTo(Verdict.SEND);
    }

    @Test
    void aReadingAskedForEarlierDoesNotOverrideALaterOne() throws Exception {
        gate.read(() -> {
            // While the first waits for its answer, another one is asked for and answered.
            pass(10);
            read();
            return List.of(WAVE);
        });

        assertThat(look.at(1, false)).isEqualTo(Verdict.NOT_RUNNING);
    }

    @Test
    void exercisesAndWarningsNeverPassALinkOfTheOtherKind() throws Exception {
        read(WAVE, EXERCISE);

        assertThat(gate.of(Carries.PUBLIC).at(2, false)).isEqualTo(Verdict.WRONG_KIND);
        assertThat(gate.of(Carries.EXERCISE).at(1, false)).isEqualTo(Verdict.WRONG_KIND);
        assertThat(gate.of(Carries.EXERCISE).at(2, false)).isEqualTo(Verdict.SEND);
        assertThat(gate.of(Carries.BOTH).at(1, false)).isEqualTo(Verdict.SEND);
        assertThat(gate.of(Carries.BOTH).at(2, false)).isEqualTo(Verdict.SEND);
    }

    private void read(ClaimableWave... running) {
        gate.read(() -> List.of(running));
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
