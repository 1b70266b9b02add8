package vn.canhbao.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.canhbao.core.message.StoredWave.NOW;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.LateAnswer;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.SegmentOutcome;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.RawReceipt;
import vn.canhbao.core.receipt.ReceiptJournal;
import vn.canhbao.core.receipt.ReceiptOrphans;
import vn.canhbao.core.receipt.ReceiptState;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LinkLedgerIT {

    static final int WINDOW = 4;

    final TestDatabase.Opened database;
    final StoredWave stored;
    final Clock clock = new SettableClock(NOW);
    final BlockingQueue<ClaimedMessage> onTheWire = new LinkedBlockingQueue<>();
    final TestLinks links;
    LinkLedger ledger;

    LinkLedgerIT(TestDatabase kind) {
        database = kind.open();
        stored = StoredWave.in(database);
        links = TestLinks.of(database, clock, Map.of("viettel", Map.of()));
    }

    @AfterEach
    void close() throws InterruptedException {
        if (ledger != null) {
            ledger.close(Duration.ZERO);
        }
        database.close();
    }

    @Test
    void neverMoreMessagesAreClaimedThanTheWindowHolds() throws Exception {
        stored.withMessages(10, "xin chào", 1);
        ledger = start();

        List<ClaimedMessage> first = take(WINDOW);
        assertThat(onTheWire.poll(200, TimeUnit.MILLISECONDS)).isNull();
        assertThat(ledger.inFlight()).isEqualTo(WINDOW);

        ledger.settled(accepted(first.getFirst(), "a"));
        take(1);
        assertThat(onTheWire.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aReceiptThatOvertakesItsAnswerSettlesTheMessageAllTheSame() throws Exception {
        stored.withMessages(1, "xin chào", 1);
        ledger = start();
        ClaimedMessage message = take(1).getFirst();

        ledger.received(receipt("a", message.msisdn()));
        await().until(() -> ledger.orphaned() == 1);
        ledger.settled(accepted(message, "a"));

        // The sweep looks at its clock: orphans are tried again every half second.
        await().until(() -> {
            ((SettableClock) clock).advance(Duration.ofSeconds(1));
            return stored.tally().delivered() == 1;
        });
        assertThat(ledger.orphaned()).isZero();
    }

    @Test
    void aLateAnswerThatCameBeforeItsMessagesOutcomeSettlesItAndTakesNoPlace() throws Exception {
        stored.withMessages(1, "xin chào", 1);
        ledger = start();
        ClaimedMessage message = take(1).getFirst();

        // Before its message's outcome is there: it waits for that.
        ledger.late(new LateAnswer(message.id(), message.attempt(), 1, "A", "a", 0));
        ledger.settled(MessageOutcome.of(message.id(), 1, List.of(new SegmentOutcome(1, null, null, null, NOW))));

        await().until(() -> stored.tally().submitted() == 1);
        assertThat(ledger.inFlight()).isZero();
    }

    @Test
    void receiptsJournalledButNotAppliedBeforeARestartAreAppliedAfterIt() throws Exception {
        stored.withMessages(1, "xin chào", 1);
        ClaimedMessage message = stored.claim(1).getFirst();
        stored.queue().record("viettel", List.of(accepted(message, "a")), NOW);
        new ReceiptJournal(database.jdbcTemplate())
                .append(
                        "node",
                        List.of(new RawReceipt(
                                "viettel",
                                NOW,
                                message.msisdn(),
                                "CANHBAO",
                                4,
                                0,
                                new byte[0],
                                new byte[0],
                                "A",
                                "a",
                                ReceiptState.DELIVERED,
                                null,
                                null)));

        ledger = start();

        await().until(() -> stored.tally().delivered() == 1);
    }

    @Test
    void aMessageThatNeverReachedTheWireIsClaimedAgain() throws Exception {
        stored.withMessages(1, "xin chào", 1);
        ledger = start();
        ClaimedMessage message = take(1).getFirst();

        ledger.settled(new MessageOutcome(message.id(), MessageStatus.READY, List.of(), "not bound"));

        assertThat(take(1).getFirst().id()).isEqualTo(message.id());
    }

    @Test
    void outcomesWaitInHandWhileTheDatabaseIsAwayAndNothingNewIsSent() throws Exception {
        stored.withMessages(WINDOW + 1, "xin chào", 1);
        ledger = start();
        List<ClaimedMessage> first = take(WINDOW);

        database.jdbcTemplate().execute("ALTER TABLE message_segment RENAME TO message_segment_away");
        first.forEach(message -> ledger.settled(accepted(message, "a" + message.id())));
        assertThat(onTheWire.poll(1_500, TimeUnit.MILLISECONDS)).isNull();
        database.jdbcTemplate().execute("ALTER TABLE message_segment_away RENAME TO message_segment");

        take(1);
        assertThat(stored.tally().submitted()).isEqualTo(WINDOW);
    }

    private LinkLedger start() {
        var jdbc = database.jdbcTemplate();
        LedgerTables tables = new LedgerTables(
                stored.queue(),
                stored.matcher(),
                new ReceiptJournal(jdbc),
                new ReceiptOrphans(jdbc),
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
                clock);
        LinkLedger started = new LinkLedger("viettel", "node", tables, WINDOW, links.work("viettel", tables));
        started.start();
        started.claimFor(onTheWire::add);
        return started;
    }

    private List<ClaimedMessage> take(int count) throws InterruptedException {
        List<ClaimedMessage> taken = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            ClaimedMessage message = onTheWire.poll(10, TimeUnit.SECONDS);
            assertThat(message).as("message %d of %d", i + 1, count).isNotNull();
            taken.add(message);
        }
        return taken;
    }

    private static MessageOutcome accepted(ClaimedMessage message, String id) {
        return MessageOutcome.of(
                message.id(), 1, List.of(new SegmentOutcome(1, id.toUpperCase(java.util.Locale.ROOT), id, 0, NOW)));
    }

    private static JournalledReceipt receipt(String key, String msisdn) {
        return new JournalledReceipt(1, "viettel", key, msisdn, NOW, ReceiptState.DELIVERED, null);
    }
}
