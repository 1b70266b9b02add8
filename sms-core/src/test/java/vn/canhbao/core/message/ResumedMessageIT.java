package vn.canhbao.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.message.StoredWave.NOW;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.ReceiptState;

/** Long messages that need more than one claim, or whose link cuts them its own way. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ResumedMessageIT {

    static final SegmentPlan PLAN = new SegmentPlan(3, 77, "UDH_8 UCS_2");

    final TestDatabase.Opened database;
    final StoredWave stored;

    ResumedMessageIT(TestDatabase kind) {
        database = kind.open();
        stored = StoredWave.in(database).withMessages(1, "dài", 3);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aMessageOnItsFirstClaimHasNothingBehindIt() {
        assertThat(claim().earlier()).isEqualTo(EarlierSegments.NONE);
    }

    @Test
    void aMessageThatWasCutOffIsClaimedAgainWithWhatItHasSent() {
        cutOff(accepted(1));

        ClaimedMessage again = claim();

        assertThat(again.earlier()).isEqualTo(new EarlierSegments(Set.of(1), Set.of(), PLAN));
        assertThat(again.attempt()).isEqualTo(1);
        assertThat(again.needs(1)).isFalse();
        assertThat(again.needs(2)).isTrue();
    }

    @Test
    void aSegmentInDoubtIsNotRepeatedByAResumedMessageAndKeepsItUnanswered() {
        cutOff(unanswered(1));

        ClaimedMessage again = claim();
        assertThat(again.needs(1)).isFalse();
        record(MessageOutcome.of(again, PLAN, List.of(accepted(2), accepted(3))));

        assertThat(stored.tally().unanswered()).isEqualTo(1);
    }

    @Test
    void theSecondCopyOfAnUnansweredMessageIsOfItsUnansweredSegmentsOnly() {
        cutOff(accepted(1));
        record(MessageOutcome.of(claim(), PLAN, List.of(unanswered(2), accepted(3))));

        assertThat(resend()).isEqualTo(1);
        ClaimedMessage copy = claim();

        assertThat(copy.attempt()).isEqualTo(2);
        assertThat(List.of(copy.needs(1), copy.needs(2), copy.needs(3))).containsExactly(false, true, false);
        assertThat(copy.earlier().plan()).isEqualTo(PLAN);

        record(MessageOutcome.of(copy, PLAN, List.of(accepted(2))));
        assertThat(stored.tally().submitted()).isEqualTo(1);
        receipts(1, 2, 3);
        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void anUnansweredSegmentWithAReceiptIsNotSentAgain() {
        record(MessageOutcome.of(claim(), PLAN, List.of(unanswered(1), unanswered(2), accepted(3))));
        stored.matcher().applyOrphans("viettel", List.of(receipt("never-told")));

        resend();

        assertThat(claim().earlier().accepted()).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void receiptsOfTheFirstSegmentsSettleNothingWhileTheRestIsToBeSent() {
        cutOff(accepted(1));
        receipts(1);
        assertThat(stored.tally().pending()).isEqualTo(1);

        ClaimedMessage again = claim();
        record(MessageOutcome.of(again, PLAN, List.of(accepted(2), accepted(3))));
        assertThat(stored.tally().submitted()).isEqualTo(1);

        receipts(2, 3);
        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void aRefusedRestSettlesAMessageWhoseReceiptsAreIn() {
        cutOff(accepted(1));
        receipts(1);

        record(MessageOutcome.of(claim(), PLAN, List.of(refused(2))));

        assertThat(stored.tally().partlyDelivered()).isEqualTo(1);
        assertThat(stored.messages()
                        .page(stored.campaign(), null, null, 1)
                        .getFirst()
                        .detail())
                .isEqualTo("segment 2/3: command_status 0x45");
    }

    @Test
    void theLastSegmentsReceiptSpeaksForTheMessageWhereNoOtherIsDue() {
        record(MessageOutcome.of(claim(), PLAN, List.of(silent(1), silent(2), accepted(3))));
        assertThat(stored.tally().submitted()).isEqualTo(1);

        receipts(3);

        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void aRefusedLastSegmentFailsAMessageForWhichNoReceiptIsDue() {
        record(MessageOutcome.of(claim(), PLAN, List.of(silent(1), silent(2), refused(3))));

        assertThat(stored.tally().failed()).isEqualTo(1);
    }

    @Test
    void aLinkThatCutsOtherwiseThanPlannedSaysHowManySegmentsThereAre() {
        record(MessageOutcome.of(claim(), SegmentPlan.SINGLE, List.of(accepted(1))));
        assertThat(stored.tally().segments()).isEqualTo(1);

        receipts(1);

        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void afterARestartWhatWasAcceptedBeforeIsNotInDoubt() {
        cutOff(accepted(1));
        claim();

        stored.queue().doubtAfterRestart("node", StoredWave.cutting(3));
        resend();

        ClaimedMessage copy = claim();
        assertThat(copy.earlier()).isEqualTo(new EarlierSegments(Set.of(1), Set.of(2, 3), PLAN));
        assertThat(copy.needs(1)).isFalse();
    }

    @Test
    void afterARestartTheReceiptsThatTheLinkAskedForSettleAMessageInDoubt() {
        claim();
        stored.queue().doubtAfterRestart("node", (link, text) -> List.of(false, true));

        assertThat(stored.matcher().applyOrphans("viettel", List.of(receipt("x"))))
                .hasSize(1);
        assertThat(stored.messages()
                        .page(stored.campaign(), null, null, 1)
                        .getFirst()
                        .segments())
                .extracting(SegmentView::receiptState)
                .as("the first segment is in doubt: no receipt was asked for it, none can clear it")
                .containsExactly(null, "DELIVERED");
        assertThat(stored.tally().unanswered()).isEqualTo(1);
    }

    @Test
    void afterARestartOneReceiptSettlesAMessageThatWasOneSubmitSm() {
        claim();
        stored.queue().doubtAfterRestart("node", StoredWave.cutting(1));

        stored.matcher().applyOrphans("viettel", List.of(receipt("x")));

        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void whatExpiresHalfSentSaysSo() {
        cutOff(accepted(1));

        new MessageSettlement(database.jdbc()).expireReady(stored.wave(), NOW);

        assertThat(stored.messages()
                        .page(stored.campaign(), MessageStatus.EXPIRED, null, 1)
                        .getFirst()
                        .detail())
                .isEqualTo("validity over before submit_sm, only part of its segments sent");
    }

    private ClaimedMessage claim() {
        return stored.claim(1).getFirst();
    }

    private void cutOff(SegmentOutcome... sent) {
        record(new MessageOutcome(claim().id(), MessageStatus.READY, List.of(sent), "not bound", PLAN));
    }

    private void record(MessageOutcome outcome) {
        stored.queue().record("viettel", List.of(outcome), NOW);
    }

    private int resend() {
        return new MessageSettlement(database.jdbc()).resend(stored.wave(), NOW, NOW.plus(Duration.ofMinutes(1)));
    }

    private void receipts(int... numbers) {
        stored.matcher()
                .apply(
                        "viettel",
                        Arrays.stream(numbers).mapToObj(n -> receipt("a" + n)).toList());
    }

    private static SegmentOutcome accepted(int number) {
        return new SegmentOutcome(number, "A" + number, "a" + number, 0, NOW);
    }

    private static SegmentOutcome silent(int number) {
        return new SegmentOutcome(number, "A" + number, "a" + number, 0, NOW, false);
    }

    private static SegmentOutcome refused(int number) {
        return new SegmentOutcome(number, null, null, 0x45, NOW);
    }

    private static SegmentOutcome unanswered(int number) {
        return new SegmentOutcome(number, null, null, null, NOW);
    }

    private static JournalledReceipt receipt(String key) {
        return new JournalledReceipt(
                1, "viettel", key, "84960000000", NOW.plusSeconds(2), ReceiptState.DELIVERED, null);
    }
}
