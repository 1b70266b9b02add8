package vn.canhbao.scheduler.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessage;

class EstimateCountTest {

    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    private static final WaveShares.Of ONCE = new WaveShares.Of(List.of(1), List.of());

    @Test
    void whoGetsTwoWavesCountsTwiceAndWhoGetsNoneNotAtAll() {
        EstimateCount count = new EstimateCount();
        count.add(message("VIETTEL", 2, MessageStatus.READY), "Phòng 1", new WaveShares.Of(List.of(1, 2), List.of(3)));
        count.add(message("VIETTEL", 2, MessageStatus.READY), "Phòng 1", new WaveShares.Of(List.of(2), List.of()));
        count.add(message("VIETTEL", 2, MessageStatus.READY), "Phòng 2", new WaveShares.Of(List.of(), List.of()));

        CampaignEstimate estimate = count.of(3, NOW);

        assertThat(estimate.addressed()).isEqualTo(2);
        assertThat(estimate.messages()).isEqualTo(3);
        assertThat(estimate.perhaps()).isEqualTo(1);
        assertThat(estimate.waves())
                .containsExactly(
                        new CampaignEstimate.ByWave(1, "VIETTEL", 1, 2),
                        new CampaignEstimate.ByWave(2, "VIETTEL", 2, 4));
        assertThat(estimate.units()).containsExactly(new CampaignEstimate.ByUnit("Phòng 1", 2));
    }

    @Test
    void whereEverybodyWasCountedNothingIsScaled() {
        EstimateCount count = new EstimateCount();
        count.add(message("VIETTEL", 2, MessageStatus.READY), null, ONCE);
        count.add(message("VIETTEL", 3, MessageStatus.READY), null, ONCE);
        count.add(message("VIETTEL", 3, MessageStatus.SUPPRESSED), null, ONCE);
        count.add(message("MOBIFONE", 9, MessageStatus.FAILED), null, ONCE);

        CampaignEstimate estimate = count.of(4, NOW);

        assertThat(estimate.exact()).isTrue();
        assertThat(estimate.operators()).containsExactly(new CampaignEstimate.ByOperator("VIETTEL", 2, 5, 5, 5));
        assertThat(estimate.excluded()).isEqualTo(1);
        assertThat(estimate.unusable()).isEqualTo(1);
        assertThat(estimate.firstProblem()).isEqualTo("why");
    }

    // 95 % confidence: of 200 populations about 190 must lie within; fewer than 175 would be no chance (p < 0.0001).
    @Test
    void theRangeOfASampleHoldsTheTruthAboutAsOftenAsItSays() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            EstimateCount sample = new EstimateCount();
            long truth = 0;
            for (int i = 0; i < 20_000; i++) {
                int segments = random.nextInt(5) == 0 ? 3 : 2;
                boolean ours = random.nextInt(3) > 0;
                truth += ours ? segments : 0;
                if (i % 20 == 0) {
                    sample.add(message(ours ? "VIETTEL" : "ITEL", segments, MessageStatus.READY), null, ONCE);
                }
            }
            CampaignEstimate.ByOperator viettel =
                    sample.of(20_000, NOW).operators().getLast();
            assertThat(viettel.operator()).isEqualTo("VIETTEL");
            held += truth >= viettel.fewest() && truth <= viettel.most() ? 1 : 0;
        }

        assertThat(held).isBetween(175, 199);
    }

    private static PreparedMessage message(String operator, int segments, MessageStatus status) {
        return new PreparedMessage(
                1,
                1,
                1,
                "84912345678",
                operator,
                "CONGAN",
                "x",
                segments,
                status,
                null,
                status == MessageStatus.READY ? null : "why");
    }
}
