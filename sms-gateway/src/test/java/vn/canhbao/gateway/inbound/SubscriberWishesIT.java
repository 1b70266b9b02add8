package vn.canhbao.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.message.StoredWave.NOW;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.inbound.Acknowledgements;
import vn.canhbao.core.inbound.AutomaticReplies;
import vn.canhbao.core.inbound.InboundAction;
import vn.canhbao.core.inbound.InboundAlphabet;
import vn.canhbao.core.inbound.InboundMessage;
import vn.canhbao.core.inbound.InboundMessages;
import vn.canhbao.core.inbound.InboundSegment;
import vn.canhbao.core.inbound.SentMessages;
import vn.canhbao.core.message.Carries;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageQueue;
import vn.canhbao.core.message.MessageSettlement;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.SegmentOutcome;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.recipient.Msisdn;
import vn.canhbao.core.recipient.Suppressions;
import vn.canhbao.core.recipient.TestKey;

/** What refusals and acknowledgements do in the tables. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SubscriberWishesIT {

    static final String NUMBER = "84960000000";

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(NOW);
    final StoredWave stored;
    final InboundMessages messages;
    final Suppressions suppressions;
    final Acknowledgements acknowledgements;

    SubscriberWishesIT(TestDatabase kind) {
        database = kind.open();
        stored = StoredWave.in(database);
        messages = new InboundMessages(database.jdbc());
        suppressions = new Suppressions(database.jdbc(), TestKey.erased(database), clock);
        acknowledgements = new Acknowledgements(database.jdbc());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRefusalSuppressesTheNumberAndWhatIsPreparedForItAndIsConfirmed() {
        stored.withMessages(2, "một", 1);
        sent(stored.claim(1).getFirst());
        StoredWave next = StoredWave.in(database).withMessages(2, "hai", 1);

        refuse(BoundSettings.of());

        assertThat(suppressions.among(List.of(NUMBER))).isEqualTo(Map.of(NUMBER, "REFUSED"));
        assertThat(next.tally().suppressed()).isEqualTo(1);
        assertThat(next.tally().pending()).isEqualTo(1);
        assertThat(messages.newest(null, 1).getFirst().action()).isEqualTo(InboundAction.SUPPRESSED_AND_CONFIRMED);
        assertThat(claimConfirmations()).singleElement().satisfies(confirmation -> {
            assertThat(confirmation.msisdn()).isEqualTo(NUMBER);
            assertThat(confirmation.senderId()).isEqualTo("CANHBAO");
            assertThat(confirmation.text()).startsWith("Da ghi nhan tu choi");
            assertThat(confirmation.id())
                    .isEqualTo(messages.newest(null, 1).getFirst().messageId());
        });
        assertThat(database.jdbc()
                        .sql("SELECT note FROM suppression")
                        .query(String.class)
                        .single())
                .isEqualTo("SMS 01/12/2026 08:00 tới 8188: TU CHOI");
        assertThat(database.jdbc()
                        .sql("SELECT action FROM audit_trail WHERE actor = 'sms' AND subject LIKE 'inbound %'")
                        .query(String.class)
                        .list())
                .containsExactly("NUMBER_SUPPRESSED");
    }

    @Test
    void aNumberGetsOneConfirmationADayAndTheDaysShareNoWave() {
        stored.withMessages(1, "một", 1);
        sent(stored.claim(1).getFirst());

        refuse(BoundSettings.of());
        clock.advance(Duration.ofHours(8));
        refuse(BoundSettings.of());
        assertThat(messages.newest(null, 1).getFirst().action()).isEqualTo(InboundAction.SUPPRESSED);
        // 17:00 UTC is midnight in Viet Nam.
        clock.set(Instant.parse("2026-12-01T17:00:00Z"));
        refuse(BoundSettings.of());

        assertThat(messages.newest(null, 1).getFirst().action()).isEqualTo(InboundAction.SUPPRESSED_AND_CONFIRMED);
        assertThat(database.jdbc()
                        .sql("SELECT name FROM campaign WHERE automatic ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("Trả lời tự động 01/12/2026", "Trả lời tự động 02/12/2026");
    }

    @Test
    void withoutASenderOrTurnedOffTheNumberIsSuppressedAllTheSame() {
        refuse(BoundSettings.of());
        assertThat(claimConfirmations()).isEmpty();
        refuse(BoundSettings.of("confirmation", "false", "sender-id", "CATINH"));
        assertThat(claimConfirmations()).isEmpty();

        refuse(BoundSettings.of("sender-id", "CATINH"));

        assertThat(claimConfirmations()).extracting(ClaimedMessage::senderId).containsExactly("CATINH");
        assertThat(suppressions.among(List.of(NUMBER))).hasSize(1);
    }

    @Test
    void aMessagePreparedBesideTheRefusalIsStoppedAtItsClaim() {
        suppressions.add(new Msisdn(NUMBER), "REFUSED", null, "sms");
        stored.withMessages(3, "một", 1);

        assertThat(stored.claim(10))
                .extracting(ClaimedMessage::msisdn)
                .containsExactlyInAnyOrder("84960000001", "84960000002");
        assertThat(stored.tally().suppressed()).isEqualTo(1);
    }

    @Test
    void anAcknowledgementIsForTheLatestMessageAndTheFirstCounts() {
        stored.withMessages(1, "một", 1);
        sent(stored.claim(1).getFirst());
        clock.advance(Duration.ofMinutes(5));
        StoredWave next = StoredWave.in(database).withMessages(1, "hai", 1);
        sent(next.claim(1).getFirst());
        clock.advance(Duration.ofMinutes(5));

        assertThat(acknowledge()).isEqualTo(InboundAction.ACKNOWLEDGED);
        assertThat(acknowledge()).isEqualTo(InboundAction.ACKNOWLEDGED_BEFORE);

        assertThat(acknowledgements.ofCampaign(next.campaign())).isEqualTo(1);
        assertThat(acknowledgements.ofCampaign(stored.campaign())).isZero();
        assertThat(next.tally().submitted()).isEqualTo(1);
    }

    @Test
    void anAcknowledgementOfAMessageWithoutAnAnswerCountsButNoneThatIsOldOrNeverLeft() {
        assertThat(acknowledge()).isEqualTo(InboundAction.NOTHING_TO_ACKNOWLEDGE);
        stored.withMessages(1, "một", 1);
        assertThat(acknowledge()).isEqualTo(InboundAction.NOTHING_TO_ACKNOWLEDGE);

        long id = stored.claim(1).getFirst().id();
        record(id, MessageStatus.UNANSWERED, new SegmentOutcome(1, null, null, null, clock.instant()));
        clock.advance(Duration.ofDays(8));
        assertThat(acknowledge()).isEqualTo(InboundAction.NOTHING_TO_ACKNOWLEDGE);
        clock.advance(Duration.ofDays(-2));

        assertThat(acknowledge()).isEqualTo(InboundAction.ACKNOWLEDGED);
        assertThat(stored.tally().unanswered()).isEqualTo(1);
    }

    @Test
    void aConfirmationIsNotWhatAnAcknowledgementIsFor() {
        refuse(BoundSettings.of("sender-id", "CATINH"));
        sent(claimConfirmations().getFirst());

        assertThat(acknowledge()).isEqualTo(InboundAction.NOTHING_TO_ACKNOWLEDGE);
    }

    private void refuse(InboundSettings settings) {
        var replies = new AutomaticReplies(
                database.jdbc(),
                new Waves(database.jdbc(), clock),
                new PreparedMessages(database.jdbcTemplate()),
                new Operators(database.jdbc()),
                clock);
        new SubscriberRefusals(
                        suppressions,
                        new MessageSettlement(database.jdbc()),
                        new AuditTrail(database.jdbc(), clock),
                        replies,
                        new SentMessages(database.jdbc()),
                        messages,
                        settings,
                        clock)
                .handle(come("TU CHOI"));
    }

    private InboundAction acknowledge() {
        new AlertAcknowledgements(
                        new SentMessages(database.jdbc()),
                        acknowledgements,
                        messages,
                        new MessageSettlement(database.jdbc()),
                        BoundSettings.of())
                .handle(come("DA NHAN"));
        return messages.newest(null, 1).getFirst().action();
    }

    private InboundMessage come(String text) {
        return messages.add(List.of(new InboundSegment(
                0,
                "viettel",
                clock.instant(),
                NUMBER,
                "8188",
                InboundAlphabet.ASCII,
                text.getBytes(StandardCharsets.US_ASCII),
                0,
                1,
                1)));
    }

    private List<ClaimedMessage> claimConfirmations() {
        return database
                .jdbc()
                .sql("SELECT w.id FROM wave w JOIN campaign c ON c.id = w.campaign_id WHERE c.automatic")
                .query(Long.class)
                .list()
                .stream()
                .flatMap(
                        wave -> queue()
                                .claim("node", "viettel", Carries.PUBLIC, List.of("VIETTEL"), wave, 10, clock.instant())
                                .stream())
                .toList();
    }

    private void sent(ClaimedMessage message) {
        record(message.id(), MessageStatus.SUBMITTED, new SegmentOutcome(1, "A", "a", 0, clock.instant()));
    }

    private void record(long id, MessageStatus status, SegmentOutcome segment) {
        queue().record("viettel", List.of(new MessageOutcome(id, status, List.of(segment), null)), clock.instant());
    }

    private MessageQueue queue() {
        return new MessageQueue(new NamedParameterJdbcTemplate(database.dataSource()), database.setBased());
    }
}
