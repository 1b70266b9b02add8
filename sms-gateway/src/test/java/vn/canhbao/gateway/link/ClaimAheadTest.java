package vn.canhbao.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.canhbao.core.message.ClaimedMessage;

class ClaimAheadTest {

    double rate = 100;
    final ClaimAhead ahead = new ClaimAhead(() -> rate);

    @Test
    void noMoreIsClaimedThanTheRateLetsOutInHalfASecond() {
        assertThat(ahead.room()).isEqualTo(50);

        ahead.claimed(messages(0, 50, 1));

        assertThat(ahead.room()).isZero();
    }

    @Test
    void theNextClaimWaitsUntilItIsWorthACommit() {
        ahead.claimed(messages(0, 50, 1));
        write(0, 19);
        assertThat(ahead.room()).isZero();

        write(19, 20);

        assertThat(ahead.room()).isEqualTo(20);
    }

    @Test
    void segmentsCountNotMessages() {
        ahead.claimed(messages(0, 10, 3));
        assertThat(ahead.segments()).isEqualTo(30);
        assertThat(ahead.room()).isEqualTo(20 / 3);

        ahead.written(0);
        assertThat(ahead.segments()).isEqualTo(29);
        ahead.settled(0);
        ahead.settled(0);

        assertThat(ahead.segments()).isEqualTo(27);
    }

    @Test
    void aThrottledSegmentWaitsAgain() {
        ahead.claimed(messages(0, 1, 1));
        ahead.written(0);
        ahead.throttled(0);

        assertThat(ahead.segments()).isEqualTo(1);
        ahead.written(0);
        assertThat(ahead.segments()).isZero();
    }

    @Test
    void withoutARateOnlyTheWindowCounts() {
        rate = 0;
        ahead.claimed(messages(0, 500, 1));

        assertThat(ahead.room()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aRateBelowOneASecondStillLetsOneBeClaimed() {
        rate = 0.5;
        assertThat(ahead.room()).isEqualTo(1);

        ahead.claimed(messages(0, 1, 1));

        assertThat(ahead.room()).isZero();
    }

    private void write(int from, int to) {
        IntStream.range(from, to).forEach(ahead::written);
    }

    private static List<ClaimedMessage> messages(int from, int to, int segments) {
        return IntStream.range(from, to)
                .mapToObj(id ->
                        new ClaimedMessage(id, 1, "84961111111", "CANHBAO", "x", Instant.MAX, 1, "VIETTEL", segments))
                .toList();
    }
}
