package vn.canhbao.scheduler.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class IdRangesTest {

    @RepeatedTest(200)
    void everyIdIsInExactlyOneRange(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        long highest = random.nextLong(repetition.getCurrentRepetition() % 2 == 0 ? 100 : 10_000_000_000L);
        IdRanges ranges = IdRanges.of(highest, random.nextLong(highest + 1), 1 + random.nextInt(8));

        long reached = 0;
        for (int i = 0; i < ranges.count(); i++) {
            IdRange range = ranges.range(i);
            assertThat(range.after()).isEqualTo(reached);
            assertThat(range.upTo()).isGreaterThanOrEqualTo(range.after());
            reached = range.upTo();
        }
        assertThat(reached).isEqualTo(highest);
    }

    @Test
    void aSmallAudienceIsOneRangeAndAMillionAreMany() {
        assertThat(IdRanges.of(2_000_000, 500, 4).count()).isEqualTo(1);
        assertThat(IdRanges.of(10_000, 10_000, 2).count()).isEqualTo(2);
        assertThat(IdRanges.of(1_000_000, 1_000_000, 2).count()).isEqualTo(40);
        assertThat(IdRanges.of(9_000_000, 9_000_000, 2).count()).isEqualTo(64);
        assertThat(IdRanges.of(0, 0, 2).count()).isEqualTo(1);
    }

    @Test
    void theContextOfAJobGivesThemBack() {
        ExecutionContext context = new ExecutionContext();
        assertThat(IdRanges.isIn(context)).isFalse();

        IdRanges.of(1_000_000, 300_000, 2).putInto(context);

        assertThat(IdRanges.isIn(context)).isTrue();
        assertThat(IdRanges.from(context)).isEqualTo(IdRanges.of(1_000_000, 300_000, 2));
    }
}
