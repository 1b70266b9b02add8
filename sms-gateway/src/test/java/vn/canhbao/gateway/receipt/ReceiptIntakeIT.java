package vn.canhbao.gateway.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.RawReceipt;
import vn.canhbao.core.receipt.ReceiptJournal;
import vn.canhbao.core.receipt.ReceiptState;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReceiptIntakeIT {

    final TestDatabase.Opened database;
    final List<JournalledReceipt> passedOn = new CopyOnWriteArrayList<>();
    final ReceiptIntake intake;

    ReceiptIntakeIT(TestDatabase kind) {
        database = kind.open();
        intake = new ReceiptIntake("node", new ReceiptJournal(database.jdbcTemplate()), passedOn::add);
    }

    @AfterEach
    void close() throws Exception {
        intake.close();
        database.close();
    }

    @Test
    void aReceiptThatNoColumnHoldsKeepsNoOtherOutOfTheJournal() {
        CompletableFuture<Void> first = accepted("a1");
        CompletableFuture<Void> impossible = accepted("x".repeat(500));
        CompletableFuture<Void> last = accepted("a2");

        intake.start();

        first.join();
        last.join();
        assertThatThrownBy(impossible::join).hasRootCauseInstanceOf(java.sql.SQLException.class);
        assertThat(passedOn).extracting(JournalledReceipt::idKey).containsExactlyInAnyOrder("a1", "a2");
        assertThat(database.jdbcTemplate().queryForList("SELECT id_key FROM receipt_journal", String.class))
                .containsExactlyInAnyOrder("a1", "a2");
    }

    private CompletableFuture<Void> accepted(String idKey) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        intake.accept(receipt(idKey));
                    } catch (Exception notStored) {
                        throw new IllegalStateException(notStored);
                    }
                },
                Thread::startVirtualThread);
    }

    private static RawReceipt receipt(String idKey) {
        return new RawReceipt(
                "viettel",
                Instant.parse("2026-11-24T01:00:00Z"),
                "84961234567",
                "CANHBAO",
                4,
                0,
                new byte[] {1},
                new byte[0],
                "A",
                idKey,
                ReceiptState.DELIVERED,
                null,
                null);
    }
}
