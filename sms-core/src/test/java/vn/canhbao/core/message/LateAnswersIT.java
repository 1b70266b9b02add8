package vn.canhbao.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.message.StoredWave.NOW;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.ReceiptState;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LateAnswersIT {

    static final SegmentPlan TWO = new SegmentPlan(2, 7, "UDH_8 UCS_2");

    final TestDatabase.Opened database;
    final StoredWave stored;

    LateAnswersIT(TestDatabase kind) {
        database = kind.open();
        stored = StoredWave.in(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aLateAcceptanceMakesAnUnansweredMessageSubmittedAndItsReceiptFindsIt() {
        ClaimedMessage message = unanswered();
        JournalledReceipt receipt =
                new JournalledReceipt(1, "viettel", "a1", message.msisdn(), NOW, ReceiptState.DELIVERED, null);
        assertThat(stored.matcher().apply("viettel", List.of(receipt))).hasSize(1);

        assertThat(late(answer(message, 1, "a1"))).isEmpty();

        MessageView view = view();
        assertThat(view.status()).isEqualTo(MessageStatus.SUBMITTED);
        assertThat(view.segments().getFirst().smscMessageId()).isEqualTo("A1");
        assertThat(view.submittedAt()).isEqualTo(NOW);
        assertThat(view.detail()).isNull();
        assertThat(stored.matcher().applyOrphans("viettel", List.of(receipt))).hasSize(1);
        assertThat(view().status()).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    void aLateRefusalMakesAnUnansweredMessageFailed() {
        ClaimedMessage message = unanswered();

        late(refusal(message, 1));

        assertThat(view().status()).isEqualTo(MessageStatus.FAILED);
        assertThat(view().finalAt()).isEqualTo(NOW);
        assertThat(view().detail()).isEqualTo("segment 1/1: command_status 0x0B");
    }

    @Test
    void aMessageThatWaitsForItsSecondCopyNeedsNoneAnyMore() {
        ClaimedMessage message = unanswered();
        resend();

        late(answer(message, 1, "a1"));

        assertThat(view().status()).isEqualTo(MessageStatus.SUBMITTED);
        assertThat(stored.claim(10)).isEmpty();
    }

    @Test
    void anAnswerToTheFirstCopyNeverTouchesAMessageWhoseSecondIsClaimed() {
        ClaimedMessage first = unanswered();
        resend();
        ClaimedMessage second = stored.claim(1).getFirst();

        assertThat(late(answer(first, 1, "a1"))).isEmpty();
        assertThat(view().segments().getFirst().smscMessageId()).isNull();

        record(MessageOutcome.of(second, SegmentPlan.SINGLE, List.of(silent(1))));
        late(answer(first, 1, "a1"));

        assertThat(view().status()).isEqualTo(MessageStatus.UNANSWERED);
        late(answer(second, 1, "b1"));
        assertThat(view().status()).isEqualTo(MessageStatus.SUBMITTED);
        assertThat(view().segments().getFirst().smscMessageId()).isEqualTo("B1");
    }

    @Test
    void aFinalMessageStaysAsItIs() {
        ClaimedMessage message = unanswered();
        late(refusal(message, 1));

        late(answer(message, 1, "a1"));

        assertThat(view().status()).isEqualTo(MessageStatus.FAILED);
        assertThat(view().segments().getFirst().smscMessageId()).isNull();
    }

    @Test
    void aLongMessageIsSubmittedWhenItsLastSegmentHasItsAnswer() {
        ClaimedMessage message = claimed(2);
        record(MessageOutcome.of(message, TWO, List.of(silent(1), silent(2))));

        late(answer(message, 2, "a2"));
        assertThat(view().status()).isEqualTo(MessageStatus.UNANSWERED);
        late(answer(message, 1, "a1"));

        assertThat(view().status()).isEqualTo(MessageStatus.SUBMITTED);
    }

    @Test
    void aLongMessageOfWhichPartIsRefusedLateWaitsForTheReceiptOfTheRest() {
        ClaimedMessage message = claimed(2);
        record(MessageOutcome.of(message, TWO, List.of(silent(1), new SegmentOutcome(2, "A2", "a2", 0, NOW))));

        late(refusal(message, 1));
        assertThat(view().status()).isEqualTo(MessageStatus.SUBMITTED);
        stored.matcher()
                .apply(
                        "viettel",
                        List.of(new JournalledReceipt(
                                1, "viettel", "a2", message.msisdn(), NOW, ReceiptState.DELIVERED, null)));

        assertThat(view().status()).isEqualTo(MessageStatus.PARTLY_DELIVERED);
    }

    @Test
    void anAnswerThatComesBeforeItsMessagesOutcomeIsGivenBackForLater() {
        ClaimedMessage message = claimed(1);

        assertThat(late(answer(message, 1, "a1"))).containsExactly(answer(message, 1, "a1"));

        record(MessageOutcome.of(message, SegmentPlan.SINGLE, List.of(silent(1))));
        assertThat(late(answer(message, 1, "a1"))).isEmpty();
        assertThat(view().status()).isEqualTo(MessageStatus.SUBMITTED);
    }

    @Test
    void aMessageThatWasCutOffStaysReadyForItsMissingSegmentAndRepeatsNone() {
        ClaimedMessage message = claimed(2);
        record(new MessageOutcome(message.id(), MessageStatus.READY, List.of(silent(1)), "not bound", TWO));

        late(answer(message, 1, "a1"));

        assertThat(view().status()).isEqualTo(MessageStatus.READY);
        ClaimedMessage again = stored.claim(1).getFirst();
        assertThat(again.earlier().accepted()).containsExactly(1);
        record(MessageOutcome.of(again, TWO, List.of(new SegmentOutcome(2, "A2", "a2", 0, NOW))));
        assertThat(view().status()).isEqualTo(MessageStatus.SUBMITTED);
    }

    @Test
    void anAnswerOfAnotherLinkGivesASegmentNothing() {
        ClaimedMessage message = unanswered();

        stored.queue().recordLate("mobifone", List.of(answer(message, 1, "a1")), NOW);

        assertThat(view().status()).isEqualTo(MessageStatus.UNANSWERED);
        assertThat(view().segments().getFirst().smscMessageId()).isNull();
    }

    private ClaimedMessage unanswered() {
        ClaimedMessage message = claimed(1);
        record(MessageOutcome.of(message, SegmentPlan.SINGLE, List.of(silent(1))));
        return message;
    }

    private ClaimedMessage claimed(int segments) {
        stored.withMessages(1, "xin chào", segments);
        return stored.claim(1).getFirst();
    }

    private void record(MessageOutcome outcome) {
        stored.queue().record("viettel", List.of(outcome), NOW);
    }

    private List<LateAnswer> late(LateAnswer answer) {
        return stored.queue().recordLate("viettel", List.of(answer), NOW);
    }

    private void resend() {
        assertThat(new MessageSettlement(database.jdbc()).resend(stored.wave(), NOW, NOW.plus(Duration.ofMinutes(1))))
                .isEqualTo(1);
    }

    private MessageView view() {
        return stored.messages().page(stored.campaign(), null, null, 10).getFirst();
    }

    private static SegmentOutcome silent(int number) {
        return new SegmentOutcome(number, null, null, null, NOW);
    }

    private static LateAnswer answer(ClaimedMessage message, int segment, String key) {
        return new LateAnswer(message.id(), message.attempt(), segment, key.toUpperCase(java.util.Locale.ROOT), key, 0);
    }

    private static LateAnswer refusal(ClaimedMessage message, int segment) {
        return new LateAnswer(message.id(), message.attempt(), segment, null, null, 0x0B);
    }
}
