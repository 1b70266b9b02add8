package vn.canhbao.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.message.StoredWave.NOW;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class MessageSettlementIT {

    final TestDatabase.Opened database;
    final StoredWave stored;
    final MessageSettlement settlement;

    MessageSettlementIT(TestDatabase kind) {
        database = kind.open();
        stored = StoredWave.in(database);
        settlement = new MessageSettlement(database.jdbc());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void readyMessagesEndInBlocksUntilNoneIsLeft() {
        stored.withMessages(1_500, "xin chào", 1);

        assertThat(settlement.expireReady(stored.wave(), NOW)).isEqualTo(1_000);
        assertThat(settlement.expireReady(stored.wave(), NOW)).isEqualTo(500);
        assertThat(settlement.expireReady(stored.wave(), NOW)).isZero();
        assertThat(stored.tally().expired()).isEqualTo(1_500);
    }

    @Test
    void aCancelledWavesClaimedMessagesStay() {
        stored.withMessages(3, "xin chào", 1);
        stored.claim(1);

        settlement.cancelReady(stored.wave(), NOW);

        assertThat(stored.tally().cancelled()).isEqualTo(2);
        assertThat(stored.tally().pending()).isEqualTo(1);
    }

    @Test
    void submittedWithoutAReceiptBecomesUnknown() {
        stored.withMessages(1, "xin chào", 1);
        record(new SegmentOutcome(1, "A", "a", 0, NOW));

        settlement.giveUpReceipts(stored.wave(), NOW);

        assertThat(stored.tally().unknown()).isEqualTo(1);
        assertThat(settlement.isOpen(stored.wave())).isFalse();
    }

    @Test
    void anUnansweredMessageGetsOneSecondCopyAfterTheWaitAndNeverAThird() {
        stored.withMessages(1, "xin chào", 1);
        record(new SegmentOutcome(1, null, null, null, NOW));

        assertThat(settlement.awaitsResend(stored.wave(), NOW)).isTrue();
        assertThat(settlement.resend(stored.wave(), NOW, NOW.minusSeconds(1))).isZero();
        assertThat(settlement.resend(stored.wave(), NOW, NOW)).isEqualTo(1);

        ClaimedMessage second = stored.claim(1).getFirst();
        assertThat(second.attempt()).isEqualTo(2);
        stored.queue()
                .record(
                        "viettel",
                        List.of(MessageOutcome.of(
                                second.id(), 1, List.of(new SegmentOutcome(1, null, null, null, NOW)))),
                        NOW);
        assertThat(settlement.resend(stored.wave(), NOW, NOW)).isZero();
        assertThat(settlement.awaitsResend(stored.wave(), NOW)).isFalse();
    }

    private void record(SegmentOutcome segment) {
        long id = stored.claim(1).getFirst().id();
        stored.queue().record("viettel", List.of(MessageOutcome.of(id, 1, List.of(segment))), NOW);
    }
}
