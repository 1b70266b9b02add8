package vn.canhbao.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.message.StoredWave.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
class ReceiptMatcherIT {

    static final String NUMBER = "84960000000";

    final TestDatabase.Opened database;
    final StoredWave stored;

    ReceiptMatcherIT(TestDatabase kind) {
        database = kind.open();
        stored = StoredWave.in(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aReceiptSettlesItsMessage() {
        submitted(1, "a");

        assertThat(apply(receipt("a1", 0, ReceiptState.DELIVERED))).isEmpty();

        assertThat(stored.tally().delivered()).isEqualTo(1);
        assertThat(stored.tallies().byOperator(stored.campaign()))
                .singleElement()
                .satisfies(tally -> {
                    assertThat(tally.operatorCode()).isEqualTo("VIETTEL");
                    assertThat(tally.meanSecondsToReceipt()).isEqualTo(2.0);
                    assertThat(tally.p95SecondsToReceipt()).isEqualTo(2.0);
                });
    }

    @Test
    void aReceiptThatComesWhileASecondCopyIsDueSettlesItsMessageAndNoCopyIsSent() {
        submitted(1, "a");
        database.jdbc().sql("UPDATE message SET status = 'READY', attempts = 1").update();

        apply(receipt("a1", 0, ReceiptState.DELIVERED));

        assertThat(stored.tally().delivered()).isEqualTo(1);
        assertThat(stored.tally().pending()).isZero();
    }

    @Test
    void aLongMessageIsDeliveredOnlyWithItsLastSegment() {
        submitted(3, "a");

        apply(receipt("a1", 0, ReceiptState.DELIVERED), receipt("a3", 0, ReceiptState.DELIVERED));
        assertThat(stored.tally().submitted()).isEqualTo(1);

        apply(receipt("a2", 0, ReceiptState.DELIVERED));
        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void aLongMessageWithALostSegmentIsPartlyDelivered() {
        submitted(2, "a");

        apply(receipt("a1", 0, ReceiptState.DELIVERED), receipt("a2", 0, ReceiptState.UNDELIVERABLE));

        assertThat(stored.tally().partlyDelivered()).isEqualTo(1);
    }

    @Test
    void anInterimReceiptAfterTheFinalOneChangesNothing() {
        submitted(1, "a");

        apply(receipt("a1", 0, ReceiptState.DELIVERED));
        apply(receipt("a1", 0, ReceiptState.ENROUTE), receipt("a1", 0, ReceiptState.UNDELIVERABLE));

        assertThat(stored.tally().delivered()).isEqualTo(1);
        assertThat(firstMessage().segments())
                .extracting(SegmentView::receiptState)
                .containsExactly("DELIVERED");
    }

    @Test
    void anUnknownWordIsKeptAndNeverAFailure() {
        submitted(1, "a");

        apply(receipt("a1", 0, ReceiptState.UNRECOGNISED));

        assertThat(stored.tally().submitted()).isEqualTo(1);
        assertThat(firstMessage().segments())
                .extracting(SegmentView::receiptState)
                .containsExactly("UNRECOGNISED");
    }

    @Test
    void aReceiptOfAnUnknownIdOrAnotherNumberIsAnOrphan() {
        submitted(1, "a");

        assertThat(apply(receipt("zz", 0, ReceiptState.DELIVERED), receipt("a1", 77, ReceiptState.DELIVERED)))
                .hasSize(2);
        assertThat(stored.tally().submitted()).isEqualTo(1);
    }

    @Test
    void aReceiptWithoutAnIdIsAnOrphan() {
        submitted(1, "a");

        assertThat(apply(receipt(null, 0, ReceiptState.DELIVERED))).hasSize(1);
    }

    @Test
    void anOrphanSettlesAnUnansweredMessageByItsNumber() {
        stored.withMessages(1, "xin chào", 1);
        ClaimedMessage message = stored.claim(1).getFirst();
        stored.queue()
                .record(
                        "viettel",
                        List.of(MessageOutcome.of(
                                message.id(), 1, List.of(new SegmentOutcome(1, null, null, null, NOW)))),
                        NOW);
        assertThat(stored.tally().unanswered()).isEqualTo(1);

        List<JournalledReceipt> orphans = List.of(receipt("never-told", 0, ReceiptState.DELIVERED));

        assertThat(stored.matcher().applyOrphans("viettel", orphans)).isEqualTo(orphans);
        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void afterARestartAReceiptStillSettlesAMessageInDoubt() {
        stored.withMessages(1, "dài", 2);
        stored.claim(1);
        stored.queue().doubtAfterRestart("node", StoredWave.cutting(2));

        stored.matcher()
                .applyOrphans(
                        "viettel",
                        List.of(receipt("x", 0, ReceiptState.DELIVERED), receipt("y", 0, ReceiptState.DELIVERED)));

        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void aReceiptOnAnotherLinkFindsItsSegmentAsAnOrphan() {
        submitted(1, "a");
        List<JournalledReceipt> orphans =
                List.of(new JournalledReceipt(1, "mobifone", "a1", NUMBER, NOW, ReceiptState.DELIVERED, null));

        assertThat(stored.matcher().apply("mobifone", orphans)).isEqualTo(orphans);
        assertThat(stored.matcher().applyOrphans("mobifone", orphans)).isEqualTo(orphans);
        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void anotherLinksIdToAnotherNumberIsNotOurs() {
        submitted(1, "a");

        assertThat(stored.matcher()
                        .applyOrphans(
                                "mobifone",
                                List.of(new JournalledReceipt(
                                        1, "mobifone", "a1", "84960000077", NOW, ReceiptState.DELIVERED, null))))
                .isEmpty();
        assertThat(stored.tally().submitted()).isEqualTo(1);
    }

    @Test
    void anIdReusedAfterWeeksBelongsToTheNewerMessage() {
        submitted(1, "a");
        JournalledReceipt tooLate = new JournalledReceipt(
                1, "viettel", "a1", NUMBER, NOW.plus(Duration.ofDays(20)), ReceiptState.UNDELIVERABLE, null);

        assertThat(apply(tooLate)).containsExactly(tooLate);
        assertThat(stored.matcher().applyOrphans("viettel", List.of(tooLate))).isEmpty();
        assertThat(stored.tally().submitted()).isEqualTo(1);
    }

    @Test
    void aReceiptThatCameBeforeAMessageIsNotItsReceipt() {
        submitted(1, "a");
        JournalledReceipt ofAnEarlierMessage = new JournalledReceipt(
                1, "viettel", "a1", NUMBER, NOW.minus(Duration.ofDays(2)), ReceiptState.UNDELIVERABLE, null);

        assertThat(stored.matcher().applyOrphans("viettel", List.of(ofAnEarlierMessage)))
                .isEmpty();
        assertThat(stored.tally().submitted()).isEqualTo(1);
    }

    @Test
    void oneIdForAllSegmentsOfAMessageStillCountsEachReceipt() {
        answered("a", "a", "a");

        apply(receipt("a", 0, ReceiptState.DELIVERED), receipt("a", 0, ReceiptState.DELIVERED));
        assertThat(stored.tally().submitted()).isEqualTo(1);

        apply(receipt("a", 0, ReceiptState.DELIVERED));
        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void anEmptyIdInTheAnswerIsMatchedByDestinationAndTime() {
        answered((String) null);

        assertThat(stored.matcher().applyOrphans("viettel", List.of(receipt("x", 0, ReceiptState.DELIVERED))))
                .hasSize(1);
        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void anEmptyIdInTheReceiptIsMatchedByDestinationAndTime() {
        answered("a", "b");

        stored.matcher()
                .applyOrphans(
                        "viettel",
                        List.of(receipt(null, 0, ReceiptState.DELIVERED), receipt(null, 0, ReceiptState.DELIVERED)));

        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void anotherIdToTheSameNumberStaysAnOrphan() {
        answered("a");

        assertThat(stored.matcher().applyOrphans("viettel", List.of(receipt("x", 0, ReceiptState.DELIVERED))))
                .isEmpty();
    }

    @Test
    void theSameReceiptTwiceChangesNothing() {
        submitted(1, "a");

        apply(receipt("a1", 0, ReceiptState.DELIVERED), receipt("a1", 0, ReceiptState.DELIVERED));
        assertThat(apply(receipt("a1", 0, ReceiptState.DELIVERED))).isEmpty();

        assertThat(stored.tally().delivered()).isEqualTo(1);
    }

    @Test
    void aReceiptMoreThanFiveMinutesAfterSubmitIsLate() {
        submitted(2, "a");
        ReceiptMatcher matcher = stored.matcher();
        Instant later = NOW.plus(Duration.ofMinutes(6));

        matcher.apply(
                "viettel",
                List.of(
                        receipt("a1", 0, ReceiptState.DELIVERED),
                        new JournalledReceipt(1, "viettel", "a2", NUMBER, later, ReceiptState.DELIVERED, null)));

        assertThat(matcher.late("viettel").sinceStart()).isEqualTo(1);
        assertThat(matcher.late("viettel").lastHour(later.plus(Duration.ofHours(1))))
                .isZero();
    }

    private void answered(String... keys) {
        stored.withMessages(1, "xin chào", keys.length);
        ClaimedMessage message = stored.claim(1).getFirst();
        List<SegmentOutcome> accepted = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            accepted.add(new SegmentOutcome(i + 1, keys[i], keys[i], 0, NOW));
        }
        stored.queue().record("viettel", List.of(MessageOutcome.of(message.id(), keys.length, accepted)), NOW);
    }

    private void submitted(int segments, String id) {
        stored.withMessages(1, "xin chào", segments);
        ClaimedMessage message = stored.claim(1).getFirst();
        List<SegmentOutcome> accepted = new ArrayList<>();
        for (int number = 1; number <= segments; number++) {
            accepted.add(new SegmentOutcome(number, id.toUpperCase() + number, id + number, 0, NOW));
        }
        stored.queue().record("viettel", List.of(MessageOutcome.of(message.id(), segments, accepted)), NOW);
    }

    private List<JournalledReceipt> apply(JournalledReceipt... receipts) {
        return stored.matcher().apply("viettel", List.of(receipts));
    }

    private MessageView firstMessage() {
        return stored.messages().page(stored.campaign(), null, null, 1).getFirst();
    }

    private static JournalledReceipt receipt(String key, int number, ReceiptState state) {
        return new JournalledReceipt(1, "viettel", key, "8496%07d".formatted(number), NOW.plusSeconds(2), state, null);
    }
}
