package vn.canhbao.core.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.recipient.ErasedNumbers;
import vn.canhbao.core.recipient.SuppressionReason;
import vn.canhbao.core.recipient.TestKey;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LateReceiptsIT {

    static final String OTHER = "84391234568";

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(Instant.parse("2026-12-01T01:00:00Z"));
    final LateReceipts receipts;

    LateReceiptsIT(TestDatabase kind) {
        database = kind.open();
        ErasedNumbers erased = TestKey.erased(database, clock);
        receipts = new LateReceipts(
                database.jdbc(),
                new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())),
                erased,
                new AuditTrail(database.jdbc(), clock),
                clock);
        erased.add("84391234567", SuppressionReason.DATA_PROTECTION, "quantri");
    }

    @BeforeEach
    void aLedger() {
        sql("INSERT INTO receipt_watermark VALUES ('a', 'n', 0)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void receiptsOfErasedNumbersGoHoweverTheSmscWritesThem() {
        for (String address : List.of("84391234567", "+84391234567", "0391234567", "0084391234567", "391234567")) {
            receipt(address, "CANHBAO");
        }
        receipt("CANHBAO", "84391234567");
        receipt(OTHER, "CANHBAO");
        sql(
                "INSERT INTO receipt_orphan SELECT id, 'a', 'x', source_addr, received_at, 'DELIVRD', NULL FROM receipt_journal");
        applied();
        clock.advance(Duration.ofMinutes(11));

        receipts.delete();

        assertThat(left("receipt_journal", "source_addr")).containsExactly(OTHER);
        assertThat(left("receipt_orphan", "msisdn")).containsExactly(OTHER);
        assertThat(left("audit_trail", "detail")).containsExactly("6 rows");
    }

    @Test
    void whatTheLedgerHasNotAppliedWaitsForIt() {
        receipt(OTHER, "CANHBAO");
        applied();
        receipt("84391234567", "CANHBAO");
        clock.advance(Duration.ofMinutes(11));

        receipts.delete();
        assertThat(left("receipt_journal", "source_addr")).containsExactly("84391234567", OTHER);

        applied();
        receipts.delete();
        assertThat(left("receipt_journal", "source_addr")).containsExactly(OTHER);
    }

    @Test
    void aLinkThatIsGoneHoldsNothingUpForLongerThanADay() {
        sql("DELETE FROM receipt_watermark");
        receipt("84391234567", "CANHBAO");
        clock.advance(Duration.ofHours(25));

        receipts.delete();

        assertThat(left("receipt_journal", "source_addr")).isEmpty();
    }

    private void receipt(String from, String to) {
        sql(
                "INSERT INTO receipt_journal (node, link, received_at, source_addr, dest_addr, esm_class, data_coding, short_message, tlvs, state) VALUES ('n', 'a', ?, ?, ?, 4, 0, ?, ?, 'DELIVERED')",
                Utc.column(clock.instant()),
                from,
                to,
                new byte[] {1},
                new byte[] {});
    }

    private void applied() {
        sql("UPDATE receipt_watermark SET journal_id = (SELECT MAX(id) FROM receipt_journal)");
    }

    private void sql(String sql, Object... values) {
        database.jdbc().sql(sql).params(values).update();
    }

    private List<String> left(String table, String column) {
        return database.jdbc()
                .sql("SELECT " + column + " FROM " + table + " ORDER BY " + column)
                .query(String.class)
                .list();
    }
}
