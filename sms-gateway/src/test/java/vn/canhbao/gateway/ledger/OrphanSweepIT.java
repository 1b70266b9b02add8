package vn.canhbao.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.canhbao.core.message.StoredWave.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.SegmentOutcome;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.RawReceipt;
import vn.canhbao.core.receipt.ReceiptState;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.ReceiptIdFormat;
import vn.canhbao.gateway.link.SmscMessageId;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class OrphanSweepIT {

    static final int MESSAGES = 12;

    final TestDatabase.Opened database;
    final StoredWave stored;
    final SettableClock clock = new SettableClock(NOW);
    final LedgerTables tables;
    final List<LinkLedger> ledgers = new ArrayList<>();

    OrphanSweepIT(TestDatabase kind) {
        database = kind.open();
        stored = StoredWave.in(database);
        tables = StoredLedgers.tables(database, stored, clock);
    }

    @AfterEach
    void close() throws InterruptedException {
        for (LinkLedger ledger : ledgers) {
            ledger.close(Duration.ZERO);
        }
        database.close();
    }

    @Test
    void receiptsInAnotherFormatAreProposedAndOnceAcceptedFindTheirSegments() throws Exception {
        List<ClaimedMessage> messages = submitted();
        LinkLedger ledger = start("viettel", tables);
        for (ClaimedMessage message : messages) {
            ledger.received(journalled("node", "viettel", Long.toHexString(answeredId(message)), message.msisdn()));
        }

        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return tables.care().formats().state("viettel").proposal() != null;
        });
        assertThat(tables.care().formats().state("viettel").proposal())
                .isEqualTo(new LinkState.Proposal(
                        "receipt-id-format", ReceiptIdFormat.HEX_IN_RECEIPT, "12 of 12 receipts"));
        assertThat(stored.tally().delivered()).isZero();

        // On another node: this one hears of it from the table.
        StoredLedgers.tables(database, stored, clock)
                .care()
                .formats()
                .accept("viettel", ReceiptIdFormat.HEX_IN_RECEIPT, "quantri");

        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return stored.tally().delivered() == MESSAGES;
        });
        await().until(() -> ledger.orphaned() == 0);
        assertThat(tables.care().formats().state("viettel").acceptedBy()).isEqualTo("quantri");
        assertThat(tables.care().formats().state("viettel").proposal()).isNull();
        assertThat(database.jdbc()
                        .sql("SELECT actor FROM audit_trail WHERE action = 'LINK_RECEIPT_ID_FORMAT'")
                        .query(String.class)
                        .list())
                .containsExactly("quantri");
    }

    @Test
    void receiptsOnAnotherLinkFindTheirSegments() throws Exception {
        List<ClaimedMessage> messages = submitted();
        LinkLedger other = start("mobifone", tables);
        for (ClaimedMessage message : messages) {
            other.received(journalled("node", "mobifone", Long.toString(answeredId(message)), message.msisdn()));
        }

        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return stored.tally().delivered() == MESSAGES;
        });
    }

    @Test
    void twoNodesThatApplyTheSameReceiptsCountEachOnce() throws Exception {
        List<ClaimedMessage> messages = submitted();
        LinkLedger here = start("viettel", tables);
        LinkLedger there = start("mobifone", StoredLedgers.tables(database, stored, clock));
        for (int i = 0; i < MESSAGES; i++) {
            ClaimedMessage message = messages.get(i);
            ClaimedMessage fromTheEnd = messages.get(MESSAGES - 1 - i);
            here.received(journalled("node", "viettel", Long.toString(answeredId(message)), message.msisdn()));
            there.received(journalled("other", "mobifone", Long.toString(answeredId(fromTheEnd)), fromTheEnd.msisdn()));
        }

        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return stored.tally().delivered() == MESSAGES && there.orphaned() == 0 && here.orphaned() == 0;
        });
    }

    @Test
    void anOrphanIsGivenUpAfterEightDaysAndStaysInTheJournal() throws Exception {
        LinkLedger ledger = start("viettel", tables);
        ledger.received(journalled("node", "viettel", "nobody's", "84960000000"));
        await().until(() -> ledger.orphaned() > 0);

        clock.advance(Duration.ofDays(8).plusMinutes(1));

        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return ledger.orphaned() == 0;
        });
        assertThat(tables.care().counts().of("viettel").givenUp().sinceStart()).isEqualTo(1);
        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM receipt_journal")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aReceiptOf60000OctetsIsKeptOctetByOctet() {
        byte[] payload = new byte[60_000];
        new java.util.Random(7).nextBytes(payload);

        tables.journal()
                .append(
                        "node",
                        List.of(new RawReceipt(
                                "viettel",
                                NOW,
                                "84960000000",
                                "CANHBAO",
                                4,
                                0,
                                new byte[] {0, (byte) 0x80, (byte) 0xFF},
                                payload,
                                null,
                                null,
                                ReceiptState.UNRECOGNISED,
                                null,
                                null)));

        assertThat(octets("tlvs")).isEqualTo(payload);
        assertThat(octets("short_message")).isEqualTo(new byte[] {0, (byte) 0x80, (byte) 0xFF});
    }

    @Test
    void receiptsOfBeforeARestartAreAppliedWhateverTheFormOfTheirNumber() {
        ClaimedMessage message = submitted().getFirst();
        journalled(
                "node",
                "viettel",
                Long.toString(answeredId(message)),
                "0" + message.msisdn().substring(2));

        start("viettel", tables);

        await().until(() -> stored.tally().delivered() == 1);
    }

    private byte[] octets(String column) {
        return database.jdbcTemplate()
                .queryForObject("SELECT " + column + " FROM receipt_journal", (row, n) -> row.getBytes(1));
    }

    private List<ClaimedMessage> submitted() {
        stored.withMessages(MESSAGES, "xin chào", 1);
        List<ClaimedMessage> messages = stored.claim(MESSAGES);
        stored.queue()
                .record(
                        "viettel",
                        messages.stream()
                                .map(message -> {
                                    String id = Long.toString(answeredId(message));
                                    return MessageOutcome.of(
                                            message.id(), 1, List.of(new SegmentOutcome(1, id, id, 0, NOW)));
                                })
                                .toList(),
                        NOW);
        return messages;
    }

    private static long answeredId(ClaimedMessage message) {
        return 4_000_000L + message.id();
    }

    private JournalledReceipt journalled(String node, String link, String id, String address) {
        String key = SmscMessageId.ofReceipt(id, ReceiptIdFormat.AS_IS);
        Instant at = clock.instant();
        long journalId = tables.journal()
                .append(
                        node,
                        List.of(new RawReceipt(
                                link,
                                at,
                                address,
                                "CANHBAO",
                                4,
                                0,
                                new byte[0],
                                new byte[0],
                                id,
                                key,
                                ReceiptState.DELIVERED,
                                null,
                                null)))
                .getFirst();
        return new JournalledReceipt(journalId, link, key, address, at, ReceiptState.DELIVERED, null);
    }

    private LinkLedger start(String link, LedgerTables of) {
        LinkLedger ledger = new LinkLedger(
                link,
                "node",
                of,
                4,
                TestLinks.of(database, clock, Map.of(link, Map.of())).work(link, of));
        ledger.start();
        ledgers.add(ledger);
        return ledger;
    }
}
