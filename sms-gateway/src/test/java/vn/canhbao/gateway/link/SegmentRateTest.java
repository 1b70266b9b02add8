package vn.canhbao.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On a clock of its own: what an SMSC would count. */
class SegmentRateTest {

    static final long MILLI = Duration.ofMillis(1).toNanos();
    static final long SECOND = Duration.ofSeconds(1).toNanos();

    final List<Long> arrivals = new ArrayList<>();
    long now = 17 * SECOND;

    SegmentRate rate(int perSecond) {
        return new SegmentRate(perSecond, () -> now);
    }

    @Test
    void noSlidingSecondHoldsMoreThanTheLimitAndTheMeanComesNearIt() {
        SegmentRate rate = rate(200);

        submit(rate, 2_000, 2 * MILLI, 1 * MILLI);

        assertThat(mostInASecond()).isEqualTo(200);
        assertThat(mean()).isGreaterThanOrEqualTo(195);
    }

    @Test
    void jitterOnTheWayDoesNotPushASecondOverTheLimit() {
        SegmentRate rate = rate(200);
        Random random = new Random(7);

        for (int i = 0; i < 2_000; i++) {
            SegmentRate.Place place = take(rate);
            place.written();
            long travel = random.nextLong(40 * MILLI);
            arrivals.add(now + travel);
            answerAt(now + travel + MILLI / 2, place);
        }

        assertThat(mostInASecond()).isLessThanOrEqualTo(200);
    }

    @Test
    void anSmscThatAnswersSlowlyIsStillSentAlmostTheLimit() {
        SegmentRate rate = rate(200);

        submit(rate, 3_000, 400 * MILLI, 5 * MILLI);

        assertThat(mostInASecond()).isLessThanOrEqualTo(200);
        // The first second's places are given back by their answers: only then it is known that those come late.
        assertThat(mean()).isGreaterThanOrEqualTo(190);
    }

    @Test
    void placesWhoseAnswerNeverComesAreUsedAgain() {
        SegmentRate rate = rate(100);

        for (int i = 0; i < 1_000; i++) {
            SegmentRate.Place place = take(rate);
            place.written();
            arrivals.add(now);
            if (i % 100 != 0) {
                answerAt(now + MILLI, place);
            }
        }

        assertThat(mostInASecond()).isLessThanOrEqualTo(100);
        assertThat(mean()).isGreaterThanOrEqualTo(97);
    }

    @Test
    void aPlaceThatWasNotUsedIsFreeAtOnce() {
        SegmentRate rate = rate(1);

        take(rate).unused();
        now += SECOND;

        assertThat(rate.currentPerSecond()).isZero();
        assertThat(rate.poll()).isNotNull();
    }

    @Test
    void tenThousandASecondAreSpacedWithoutBursts() {
        SegmentRate rate = rate(10_000);

        submit(rate, 30_000, MILLI, MILLI / 2);

        assertThat(mostInASecond()).isLessThanOrEqualTo(10_000);
        assertThat(mostWithin(10 * MILLI)).isLessThanOrEqualTo(10_000 / 100 * 2);
        assertThat(mean()).isGreaterThanOrEqualTo(9_800);
    }

    @Test
    void withoutALimitNothingWaits() {
        SegmentRate rate = rate(0);

        for (int i = 0; i < 10_000; i++) {
            assertThat(rate.poll()).isNotNull();
        }

        assertThat(rate.currentPerSecond()).isEqualTo(10_000);
        assertThat(rate.allowedPerSecond()).isZero();
    }

    @Test
    void throttlingPausesForATenthOfASecondAndLowersTheRateByATenth() {
        SegmentRate rate = rate(200);

        throttle(rate);

        assertThat(rate.pausedNanos()).isEqualTo(100 * MILLI);
        assertThat(rate.allowedPerSecond()).isEqualTo(180);
        assertThat(rate.poll()).isNull();
    }

    @Test
    void aRateThatIsThrottledAgainWithNothingAcceptedIsHalvedOnceASecond() {
        SegmentRate rate = rate(200);
        throttle(rate);

        for (long pause : new long[] {200, 400, 800}) {
            now += rate.pausedNanos();
            throttle(rate);
            assertThat(rate.pausedNanos()).isEqualTo(pause * MILLI);
            assertThat(rate.allowedPerSecond()).isEqualTo(180);
        }
        now += rate.pausedNanos();
        throttle(rate);

        assertThat(rate.pausedNanos()).isEqualTo(1_600 * MILLI);
        assertThat(rate.allowedPerSecond()).isEqualTo(90);
    }

    @Test
    void pausesGrowToAMinuteAndTheRateStaysAboveNothing() {
        SegmentRate rate = rate(8);
        for (int i = 0; i < 12; i++) {
            throttle(rate);
            assertThat(rate.allowedPerSecond()).isGreaterThanOrEqualTo(1);
            assertThat(rate.pausedNanos()).isEqualTo(Math.min(60_000, 100L << i) * MILLI);
            now += rate.pausedNanos();
        }
    }

    @Test
    void submitsThrottledAtRandomLeaveTheLinkAtWork() {
        SegmentRate rate = rate(200);
        Random random = new Random(11);

        for (int i = 0; i < 6_000; i++) {
            SegmentRate.Place place = take(rate);
            place.written();
            now += MILLI;
            place.answered();
            if (random.nextInt(10) == 0) {
                place.throttled();
            } else {
                place.succeeded();
                arrivals.add(now);
            }
        }

        assertThat(mean()).isGreaterThan(30);
    }

    @Test
    void settlesNearWhatTheSmscTakes() {
        SegmentRate rate = rate(200);

        for (int i = 0; i < 6_000; i++) {
            SegmentRate.Place place = take(rate);
            place.written();
            now += MILLI;
            place.answered();
            if (countedIn(now - SECOND + 1, now) >= 100) {
                place.throttled();
            } else {
                place.succeeded();
                arrivals.add(now);
            }
        }

        assertThat(mean()).isGreaterThan(80);
        assertThat(arrivals).as("of 6,000 submits, those accepted").hasSizeGreaterThan(5_700);
    }

    @Test
    void answersToWhatWasInFlightTogetherCountAsOne() {
        SegmentRate rate = rate(0);
        List<SegmentRate.Place> together = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            together.add(rate.poll());
        }
        now += MILLI;

        together.forEach(place -> {
            place.answered();
            place.throttled();
        });

        assertThat(rate.pausedNanos()).isEqualTo(100 * MILLI);
        assertThat(rate.allowedPerSecond()).isEqualTo(45);
    }

    @Test
    void afterThrottlingTheRateRisesByATwentiethOfTheLimitASecond() {
        SegmentRate rate = rate(200);
        throttle(rate);

        now += SECOND;
        assertThat(rate.allowedPerSecond()).isEqualTo(190);
        now += SECOND;
        assertThat(rate.allowedPerSecond()).isEqualTo(200);
        now += 60 * SECOND;
        assertThat(rate.allowedPerSecond()).isEqualTo(200);
    }

    @Test
    void withoutALimitTheThrottledRateIsLiftedAfterTwentySteps() {
        SegmentRate rate = rate(0);
        for (int i = 0; i < 399; i++) {
            rate.poll();
        }
        throttle(rate);

        assertThat(rate.allowedPerSecond()).isEqualTo(360);
        now += 2 * SECOND;
        assertThat(rate.allowedPerSecond()).isEqualTo(400);
        now += 18 * SECOND;
        assertThat(rate.allowedPerSecond()).isZero();
    }

    @Test
    void aSuccessMakesTheNextPauseShortAgain() {
        SegmentRate rate = rate(200);
        throttle(rate);
        now += SECOND;
        throttle(rate);
        now += SECOND;

        SegmentRate.Place accepted = take(rate);
        accepted.answered();
        accepted.succeeded();
        throttle(rate);

        assertThat(rate.pausedNanos()).isEqualTo(100 * MILLI);
    }

    @Test
    void warmUpBeginsAtAFifthAndRisesInTenSeconds() {
        SegmentRate rate = rate(200);

        rate.warmUp();

        assertThat(rate.allowedPerSecond()).isEqualTo(40);
        now += 5 * SECOND;
        assertThat(rate.allowedPerSecond()).isCloseTo(120, within(0.001));
        now += 5 * SECOND;
        assertThat(rate.allowedPerSecond()).isEqualTo(200);
    }

    @Test
    void aLowerLimitCountsWhatWentOutJustBefore() {
        SegmentRate rate = rate(200);
        submit(rate, 200, MILLI, MILLI / 2);
        long changed = arrivals.getLast();

        rate.limit(50);
        submit(rate, 200, MILLI, MILLI / 2);

        for (long arrival : arrivals) {
            if (arrival > changed) {
                assertThat(countedIn(arrival - SECOND + 1, arrival)).isLessThanOrEqualTo(50);
            }
        }
    }

    @Test
    void aHigherLimitHoldsAtOnce() {
        SegmentRate rate = rate(1);
        submit(rate, 1, MILLI, MILLI / 2);

        rate.limit(100);
        submit(rate, 50, MILLI, MILLI / 2);

        assertThat(arrivals.getLast() - arrivals.getFirst()).isLessThan(SECOND);
    }

    private void throttle(SegmentRate rate) {
        SegmentRate.Place place = take(rate);
        place.written();
        place.answered();
        place.throttled();
    }

    private void submit(SegmentRate rate, int segments, long answerAfter, long travel) {
        for (int i = 0; i < segments; i++) {
            SegmentRate.Place place = take(rate);
            place.written();
            arrivals.add(now + travel);
            answerAt(now + answerAfter, place);
        }
    }

    private final java.util.PriorityQueue<Answer> answers = new java.util.PriorityQueue<>();

    private record Answer(long at, SegmentRate.Place place) implements Comparable<Answer> {
        @Override
        public int compareTo(Answer other) {
            return Long.compare(at, other.at);
        }
    }

    private void answerAt(long at, SegmentRate.Place place) {
        answers.add(new Answer(at, place));
    }

    /** Lets time go by, with the answers that come in it, until there is a place. */
    private SegmentRate.Place take(SegmentRate rate) {
        SegmentRate.Place place;
        while ((place = rate.poll()) == null) {
            long target = now + Math.max(1, rate.nanosToWait());
            if (!answers.isEmpty() && answers.peek().at() <= target) {
                Answer next = answers.remove();
                now = Math.max(now, next.at());
                next.place().answered();
                next.place().succeeded();
            } else {
                now = target;
            }
        }
        return place;
    }

    private long mostInASecond() {
        return mostWithin(SECOND);
    }

    private long mostWithin(long span) {
        List<Long> sorted = arrivals.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int i = 0; i < sorted.size(); i++) {
            while (sorted.get(i) - sorted.get(first) >= span) {
                first++;
            }
            most = Math.max(most, i - first + 1);
        }
        return most;
    }

    private long countedIn(long from, long to) {
        return arrivals.stream().filter(at -> at >= from && at <= to).count();
    }

    /** Over the whole seconds from the first arrival. */
    private double mean() {
        long first = arrivals.getFirst();
        long seconds = (arrivals.getLast() - first) / SECOND;
        return countedIn(first, first + seconds * SECOND - 1) / (double) seconds;
    }
}
