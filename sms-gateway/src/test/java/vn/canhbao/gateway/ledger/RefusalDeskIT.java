package vn.canhbao.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.message.StoredWave.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageSettlement;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.SegmentOutcome;
import vn.canhbao.core.message.SegmentPlan;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.ReceiptState;
import vn.canhbao.gateway.link.RefusalAction;

/** Refused messages between two links that serve the same operator, as the tables see them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RefusalDeskIT {

    static final Duration LONG = Duration.ofMinutes(4);

    final TestDatabase.Opened database;
    final StoredWave stored;
    final SettableClock clock = new SettableClock(NOW);

    RefusalDeskIT(TestDatabase kind) {
        database = kind.open();
        stored = StoredWave.in(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFullQueueIsTriedAgainFiveTimesAtItsTimesAndThenFailsWhereThereIsNoOtherLink() {
        TestLinks links = links(Map.of("viettel", Map.of()));
        stored.withMessages(1, "xin chào", 1);
        ClaimedMessage message = stored.claim(1).getFirst();

        for (int seconds : new int[] {30, 60, 120, 180, 180}) {
            refuse(links, "viettel", message, 0x14);
            assertThat(status()).isEqualTo(MessageStatus.DELAYED);
            assertThat(stored.tally().pending()).isEqualTo(1);
            clock.advance(Duration.ofSeconds(seconds - 1));
            assertThat(due(links, "viettel")).isEmpty();
            clock.advance(Duration.ofSeconds(1 + seconds / 10));
            message = due(links, "viettel").getFirst();
            assertThat(message.attempt()).isEqualTo(1);
        }
        refuse(links, "viettel", message, 0x14);

        assertThat(status()).isEqualTo(MessageStatus.FAILED);
        assertThat(stored.messages()
                        .page(stored.campaign(), null, null, 1)
                        .getFirst()
                        .attempts())
                .hasSize(6)
                .allMatch(attempt ->
                        attempt.commandStatus() == 0x14 && attempt.link().equals("viettel"));
        assertThat(count("message_delay")).isZero();
    }

    @Test
    void aSystemErrorIsTriedTwiceHereThenOnTheOtherLinkWhichHasItsOwnTries() {
        TestLinks links = links(Map.of("viettel", Map.of(), "vinaphone", Map.of()));
        stored.withMessages(1, "xin chào", 1);
        ClaimedMessage message = stored.claim(1).getFirst();
        for (int i = 0; i < 2; i++) {
            refuse(links, "viettel", message, 0x08);
            clock.advance(LONG);
            assertThat(due(links, "vinaphone")).isEmpty();
            message = due(links, "viettel").getFirst();
        }

        refuse(links, "viettel", message, 0x08);

        assertThat(due(links, "viettel")).isEmpty();
        message = due(links, "vinaphone").getFirst();
        refuse(links, "vinaphone", message, 0x08);
        assertThat(status()).isEqualTo(MessageStatus.DELAYED);
        clock.advance(LONG);
        message = due(links, "vinaphone").getFirst();
        accept(links, "vinaphone", message);
        assertThat(status()).isEqualTo(MessageStatus.SUBMITTED);
    }

    @Test
    void aDelayedMessageOfALinkThatIsDownIsTakenByTheLinkThatServesItsOperatorNow() {
        TestLinks links = links(Map.of("viettel", Map.of(), "vinaphone", Map.of()));
        stored.withMessages(1, "xin chào", 1);
        refuse(links, "viettel", stored.claim(1).getFirst(), 0x14);
        clock.advance(LONG);
        assertThat(due(links, "vinaphone")).isEmpty();
        clock.advance(LONG);

        links.down.add("viettel");

        assertThat(due(links, "vinaphone")).hasSize(1);
    }

    @Test
    void aRefusedSegmentIsTriedAgainAndThoseThatWereTakenAreNotRepeated() {
        TestLinks links = links(Map.of("viettel", Map.of()));
        stored.withMessages(1, "dài", 2);
        SegmentPlan plan = new SegmentPlan(2, 7, "UDH_8 UCS_2");
        ClaimedMessage message = stored.claim(1).getFirst();
        record(
                links,
                "viettel",
                MessageOutcome.of(
                        message,
                        plan,
                        List.of(
                                new SegmentOutcome(1, "A", "a", 0, clock.instant()),
                                new SegmentOutcome(2, null, null, 0x14, clock.instant()))));
        clock.advance(LONG);

        ClaimedMessage again = due(links, "viettel").getFirst();

        assertThat(again.needs(1)).isFalse();
        assertThat(again.needs(2)).isTrue();
        assertThat(again.earlier().plan()).isEqualTo(plan);
    }

    @Test
    void aRefusedSenderIdPausesTheCampaignWithItsReasonAndFailsNobody() {
        TestLinks links = links(Map.of("viettel", Map.of()));
        stored.withMessages(3, "xin chào", 1);
        List<ClaimedMessage> inFlight = stored.claim(2);

        inFlight.forEach(message -> refuse(links, "viettel", message, 0x0A));

        assertThat(stored.tally().pending()).isEqualTo(3);
        assertThat(text("SELECT status FROM campaign")).isEqualTo("PAUSED");
        assertThat(text("SELECT status FROM wave")).isEqualTo("PAUSED");
        assertThat(text("SELECT pause_reason FROM campaign")).contains("CANHBAO", "viettel", "0x0A", "brandname");
        assertThat(text("SELECT detail FROM audit_trail")).isEqualTo(text("SELECT pause_reason FROM campaign"));
        assertThat(stored.queue().runningWaves()).isEmpty();
        assertThat(database.jdbc()
                        .sql("SELECT MAX(attempts) FROM message")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nearlyEveryNumberRefusedStopsTheWaveAndOneRefusedNumberFailsAlone() {
        TestLinks links = links(Map.of("viettel", Map.of()));
        stored.withMessages(30, "xin chào", 1);

        refuse(links, "viettel", stored.claim(1).getFirst(), 0x0B);
        assertThat(text("SELECT status FROM campaign")).isEqualTo("RUNNING");
        assertThat(stored.tally().failed()).isEqualTo(1);

        stored.claim(19).forEach(message -> refuse(links, "viettel", message, 0x0B));
        assertThat(text("SELECT status FROM campaign")).isEqualTo("PAUSED");
        assertThat(text("SELECT pause_reason FROM campaign")).contains("dest-format");
    }

    @Test
    void aLinkThatIsStoppedGivesItsMessagesBack() {
        TestLinks links = links(Map.of("viettel", Map.of()));
        stored.withMessages(1, "xin chào", 1);

        refuse(links, "viettel", stored.claim(1).getFirst(), 0x43);

        assertThat(status()).isEqualTo(MessageStatus.READY);
        assertThat(stored.claim(1)).hasSize(1);
    }

    @Test
    void whatIsRefusedWhileTheWholeSmscIsIllUsesNoTry() {
        TestLinks links = links(Map.of("viettel", Map.of()));
        stored.withMessages(1, "xin chào", 1);
        for (int i = 0; i < 10; i++) {
            links.answers.get("viettel").refused(1, 0x08, RefusalAction.of("RETRY_HERE 2x30s"));
        }
        ClaimedMessage message = stored.claim(1).getFirst();

        for (int i = 0; i < 5; i++) {
            refuse(links, "viettel", message, 0x08);
            clock.advance(LONG);
            message = due(links, "viettel").getFirst();
        }

        assertThat(count("submit_refusal")).isEqualTo(5);
        assertThat(status()).isEqualTo(MessageStatus.CLAIMED);
    }

    @Test
    void aNumberInAnotherNetworkIsTriedOnceElsewhereAndItsOperatorIsLearntWhenItIsTakenThere() {
        TestLinks links = links(Map.of("viettel", Map.of("wrong-network", "0x0400"), "vinaphone", Map.of()));
        stored.withMessages(1, "xin chào", 1);
        refuse(links, "viettel", stored.claim(1).getFirst(), 0x0400);
        assertThat(status()).isEqualTo(MessageStatus.DELAYED);

        Rerouted rerouted = links.rerouted("vinaphone");
        ClaimedMessage message =
                links.delayed("vinaphone", rerouted).claim(10, clock.instant()).getFirst();
        List<MessageOutcome> taken = List.of(outcome(message, 0));
        rerouted.learn(links.desk("vinaphone").decide(taken, clock.instant()), clock.instant());

        assertThat(links.tables.operators().of(List.of(message.msisdn()))).containsValue("VINAPHONE");
        assertThat(text("SELECT source FROM operator_override")).isEqualTo("LEARNED");
    }

    @Test
    void aNumberThatBothNetworksRefuseFails() {
        Map<String, String> keys = Map.of("wrong-network", "0x0400");
        TestLinks links = links(Map.of("viettel", keys, "vinaphone", keys));
        stored.withMessages(1, "xin chào", 1);
        refuse(links, "viettel", stored.claim(1).getFirst(), 0x0400);

        refuse(links, "vinaphone", due(links, "vinaphone").getFirst(), 0x0400);

        assertThat(status()).isEqualTo(MessageStatus.FAILED);
    }

    @Test
    void aReceiptThatSaysWrongNetworkSendsTheMessageElsewhereOnceAndALateCopyOfItChangesNothing() {
        Map<String, String> keys = Map.of("wrong-network", "021");
        TestLinks links = links(Map.of("viettel", keys, "vinaphone", keys));
        stored.withMessages(1, "xin chào", 1);
        ClaimedMessage message = stored.claim(1).getFirst();
        accept(links, "viettel", message);

        undelivered(links, "viettel", message);

        assertThat(status()).isEqualTo(MessageStatus.DELAYED);
        assertThat(due(links, "viettel")).isEmpty();
        ClaimedMessage again = due(links, "vinaphone").getFirst();
        assertThat(again.needs(1)).isTrue();
        assertThat(again.attempt()).isEqualTo(1);
        undelivered(links, "viettel", message);
        assertThat(status()).isEqualTo(MessageStatus.CLAIMED);
        accept(links, "vinaphone", again);
        undelivered(links, "vinaphone", again);
        assertThat(status()).isEqualTo(MessageStatus.FAILED);
    }

    @Test
    void delayedMessagesExpireAndAreCancelledLikeReadyOnesAndKeepTheirWaveOpen() {
        TestLinks links = links(Map.of("viettel", Map.of()));
        stored.withMessages(2, "xin chào", 1);
        MessageSettlement settlement = new MessageSettlement(database.jdbc());
        stored.claim(2).forEach(message -> refuse(links, "viettel", message, 0x14));
        assertThat(settlement.isOpen(stored.wave())).isTrue();

        while (settlement.expireReady(stored.wave(), clock.instant()) > 0) {}

        assertThat(stored.tally().expired()).isEqualTo(2);
        assertThat(count("message_delay")).isZero();
        assertThat(settlement.isOpen(stored.wave())).isFalse();
    }

    @Test
    void aMessageThatIsRefusedAfterItsWaveWasCancelledIsCancelledToo() {
        TestLinks links = links(Map.of("viettel", Map.of()));
        stored.withMessages(1, "xin chào", 1);
        ClaimedMessage inFlight = stored.claim(1).getFirst();
        database.jdbc().sql("UPDATE wave SET status = 'CANCELLED'").update();

        refuse(links, "viettel", inFlight, 0x14);

        assertThat(status()).isEqualTo(MessageStatus.CANCELLED);
        assertThat(count("message_delay")).isZero();
    }

    @Test
    void theReasonOfASystemsPauseGoesWithThePause() {
        TestLinks links = links(Map.of("viettel", Map.of()));
        stored.withMessages(1, "xin chào", 1);
        refuse(links, "viettel", stored.claim(1).getFirst(), 0x0A);
        Campaigns campaigns = new Campaigns(database.jdbc(), clock);
        assertThat(campaigns.get(stored.campaign()).pauseReason()).isNotNull();

        campaigns.transition(stored.campaign(), CampaignStatus.RUNNING);

        assertThat(campaigns.get(stored.campaign()).pauseReason()).isNull();
    }

    @Test
    void aPausedWavesDelayedMessagesWait() {
        TestLinks links = links(Map.of("viettel", Map.of()));
        stored.withMessages(1, "xin chào", 1);
        refuse(links, "viettel", stored.claim(1).getFirst(), 0x14);
        clock.advance(LONG);
        database.jdbc().sql("UPDATE wave SET status = 'PAUSED'").update();
        assertThat(due(links, "viettel")).isEmpty();

        database.jdbc().sql("UPDATE wave SET status = 'RUNNING'").update();
        clock.advance(LONG);

        assertThat(due(links, "viettel")).hasSize(1);
    }

    private TestLinks links(Map<String, Map<String, String>> keys) {
        return TestLinks.of(database, clock, keys);
    }

    private void refuse(TestLinks links, String link, ClaimedMessage message, int commandStatus) {
        RefusalAction action = links.plan.links().get(link).commandStatusTable().of(commandStatus);
        links.answers.get(link).refused(message.waveId(), commandStatus, action);
        record(links, link, outcome(message, commandStatus));
    }

    private void accept(TestLinks links, String link, ClaimedMessage message) {
        record(links, link, outcome(message, 0));
    }

    private MessageOutcome outcome(ClaimedMessage message, int commandStatus) {
        String id = commandStatus == 0 ? "a" + message.id() : null;
        return MessageOutcome.of(
                message, SegmentPlan.SINGLE, List.of(new SegmentOutcome(1, id, id, commandStatus, clock.instant())));
    }

    private void record(TestLinks links, String link, MessageOutcome outcome) {
        RefusalDesk desk = links.desk(link);
        stored.queue().record(link, desk.decide(List.of(outcome), clock.instant()), clock.instant());
        desk.committed();
    }

    private void undelivered(TestLinks links, String link, ClaimedMessage message) {
        JournalledReceipt receipt = new JournalledReceipt(
                1, link, "a" + message.id(), message.msisdn(), clock.instant(), ReceiptState.UNDELIVERABLE, "21");
        RefusalDesk desk = links.desk(link);
        stored.matcher().apply(link, List.of(receipt));
        desk.notDelivered(List.of(receipt), clock.instant());
        desk.committed();
    }

    private List<ClaimedMessage> due(TestLinks links, String link) {
        return new ArrayList<>(links.delayed(link, links.rerouted(link)).claim(10, clock.instant()));
    }

    private MessageStatus status() {
        return MessageStatus.valueOf(text("SELECT status FROM message"));
    }

    private String text(String sql) {
        return database.jdbc().sql(sql + " LIMIT 1").query(String.class).single();
    }

    private int count(String table) {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM " + table)
                .query(Integer.class)
                .single();
    }
}
