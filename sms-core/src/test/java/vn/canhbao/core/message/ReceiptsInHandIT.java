package vn.canhbao.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.message.StoredWave.NOW;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.ReceiptState;

/** Receipts that a ledger has in hand beside the outcome of their segment, or just after it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReceiptsInHandIT {

    final TestDatabase.Opened database;
    final StoredWave stored;
    final RecentSegments recent = new RecentSegments();

    ReceiptsInHandIT(TestDatabase kind) {
        database = kind.open();
        stored = StoredWave.in(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aReceiptBesideItsOutcomeIsWrittenWithIt() {
        ClaimedMessage message = claimed(1);
        var together = together(accepted(message, 1), receipt(ReceiptState.UNDELIVERABLE));

        assertThat(together.receipts()).isEmpty();
        stored.queue().record("viettel", together.outcomes(), NOW.plusSeconds(9));

        MessageView written = written();
        assertThat(written.status()).isEqualTo(MessageStatus.FAILED);
        assertThat(written.detail()).isEqualTo("receipt UNDELIVERABLE, error 021");
        assertThat(written.finalAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(written.submittedAt()).isEqualTo(NOW);
        assertThat(written.segments()).extracting(SegmentView::receiptState).containsExactly("UNDELIVERABLE");
    }

    @Test
    void ofTwoReceiptsBesideTheirOutcomeTheFinalOneSticks() {
        ClaimedMessage message = claimed(1);
        var together = together(
                accepted(message, 1),
                receipt(ReceiptState.ACCEPTED),
                receipt(ReceiptState.DELIVERED),
                receipt(ReceiptState.ENROUTE));

        stored.queue().record("viettel", together.outcomes(), NOW);

        assertThat(written().status()).isEqualTo(MessageStatus.DELIVERED);
        assertThat(written().segments()).extracting(SegmentView::receiptState).containsExactly("DELIVERED");
    }

    @Test
    void anInterimReceiptBesideItsOutcomeLeavesTheMessageSubmitted() {
        ClaimedMessage message = claimed(1);
        var together = together(accepted(message, 1), receipt(ReceiptState.ENROUTE));

        stored.queue().record("viettel", together.outcomes(), NOW);

        assertThat(written().status()).isEqualTo(MessageStatus.SUBMITTED);
        assertThat(written().finalAt()).isNull();
    }

    @Test
    void aReceiptOfALongMessageOrOfAnotherNumberIsLeftToTheMatcher() {
        ClaimedMessage message = claimed(2);
        var stranger = new JournalledReceipt(1, "viettel", "a1", "84961111111", NOW, ReceiptState.DELIVERED, null);

        assertThat(together(accepted(message, 2), receipt(ReceiptState.DELIVERED))
                        .receipts())
                .hasSize(1);
        assertThat(together(accepted(message, 1), stranger).receipts()).containsExactly(stranger);
    }

    @Test
    void whatWasRecordedAMomentAgoNeedsNoLookUp() {
        ClaimedMessage message = claimed(1);
        MessageOutcome outcome = accepted(message, 1);
        stored.queue().record("viettel", List.of(outcome), NOW);
        recent.add(outcome, message.msisdn());

        assertThat(stored.matcher().apply("viettel", List.of(receipt(ReceiptState.DELIVERED)), recent))
                .isEmpty();

        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void aFinalStateSticksWhateverIsRemembered() {
        ClaimedMessage message = claimed(1);
        MessageOutcome outcome = accepted(message, 1);
        stored.queue().record("viettel", List.of(outcome), NOW);
        recent.add(outcome, message.msisdn());
        stored.matcher().apply("viettel", List.of(receipt(ReceiptState.DELIVERED)));

        stored.matcher().apply("viettel", List.of(receipt(ReceiptState.UNDELIVERABLE)), recent);

        assertThat(written().status()).isEqualTo(MessageStatus.DELIVERED);
        assertThat(written().segments()).extracting(SegmentView::receiptState).containsExactly("DELIVERED");
    }

    private ClaimedMessage claimed(int segments) {
        stored.withMessages(1, "xin chào", segments);
        return stored.claim(1).getFirst();
    }

    private static MessageOutcome accepted(ClaimedMessage message, int segments) {
        return MessageOutcome.of(
                message,
                segments == 1 ? SegmentPlan.SINGLE : new SegmentPlan(segments, 7, "UDH_8 GSM_7"),
                List.of(new SegmentOutcome(1, "A1", "a1", 0, NOW)));
    }

    private OutcomesWithReceipts together(MessageOutcome outcome, JournalledReceipt... receipts) {
        return OutcomesWithReceipts.of(List.of(outcome), id -> "84960000000", List.of(receipts));
    }

    private MessageView written() {
        return stored.messages().page(stored.campaign(), null, null, 1).getFirst();
    }

    private static JournalledReceipt receipt(ReceiptState state) {
        return new JournalledReceipt(1, "viettel", "a1", "84960000000", NOW.plusSeconds(2), state, "021");
    }
}
