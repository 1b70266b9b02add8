package vn.canhbao.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    final BackOff backOff = new BackOff(BindTimings.USUAL);

    @Test
    void failuresDoubleTheCeilingToAMinuteAndNeverPassIt() {
        for (int ceiling : List.of(2, 4, 8, 16, 32, 60, 60, 60)) {
            assertThat(backOff.afterFailure(BindFailed.Kind.PASSING))
                    .isBetween(Duration.ofMillis(500), Duration.ofSeconds(ceiling));
        }
    }

    @Test
    void theWaitIsJittered() {
        List<Duration> waits = IntStream.range(0, 50)
                .mapToObj(i -> new BackOff(BindTimings.USUAL).afterFailure(BindFailed.Kind.PASSING))
                .distinct()
                .toList();

        assertThat(waits).hasSizeGreaterThan(10);
    }

    @Test
    void anAccountThatIsAlreadyBoundWaitsAMinuteDoublingToTen() {
        List<Duration> waits = Stream.generate(() -> backOff.afterFailure(BindFailed.Kind.ALREADY_BOUND))
                .limit(6)
                .toList();

        assertThat(waits)
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(8),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(10));
    }

    @Test
    void aBindThatIsCutOffAtOnceAgainAndAgainCountsAsAFailure() {
        IntStream.range(0, 6).forEach(i -> backOff.afterEnd(false));
        List<Duration> useless =
                Stream.generate(() -> backOff.afterEnd(false)).limit(30).toList();

        assertThat(useless).anyMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) > 0);
        assertThat(backOff.afterEnd(true)).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }
}
