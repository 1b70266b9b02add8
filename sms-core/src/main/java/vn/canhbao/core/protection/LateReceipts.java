package vn.canhbao.core.protection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.recipient.ErasedNumbers;
import vn.canhbao.core.recipient.NumberForms;

/** Deletes receipts that came after their person was erased: they bring the number back. */
@Component
public class LateReceipts {

    private static final int BLOCK = 2_000;
    // Until then a row with a smaller id may still be committed.
    private static final Duration COMMITTED = Duration.ofMinutes(10);
    // The ledger of a link that is gone applies nothing any more.
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ErasedNumbers erased;
    private final AuditTrail audit;
    private final Clock clock;

    public LateReceipts(
            JdbcClient jdbc, TransactionOperations transaction, ErasedNumbers erased, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.erased = erased;
        this.audit = audit;
        this.clock = clock;
    }

    private record Receipt(long id, String from, String to, boolean applied) {

        static Receipt of(ResultSet row, int n) throws SQLException {
            return new Receipt(
                    row.getLong("id"),
                    NumberForms.digits(row.getString("source_addr")),
                    NumberForms.digits(row.getString("dest_addr")),
                    row.getBoolean("applied"));
        }

        boolean isOf(Set<String> numbers) {
            return numbers.contains(from) || numbers.contains(to);
        }
    }

    /** Looks through the receipts that have come, and were applied, since the last time. */
    public void delete() {
        int deleted = 0;
        List<Receipt> receipts = erased.isEmpty() ? List.of() : next();
        while (!receipts.isEmpty()) {
            deleted += delete(receipts);
            receipts = next();
        }
        if (deleted > 0) {
            audit.record("canhbao", "DATA_REMOVED", "receipts of erased numbers", deleted + " rows");
        }
    }

    private List<Receipt> next() {
        Instant now = clock.instant();
        return jdbc
                .sql("""
                        SELECT j.id, j.source_addr, j.dest_addr,
                            CASE WHEN j.id <= w.journal_id OR j.received_at < :abandoned THEN TRUE ELSE FALSE END AS applied
                        FROM receipt_journal j LEFT JOIN receipt_watermark w ON w.link = j.link AND w.node = j.node
                        WHERE j.id > (SELECT COALESCE(MAX(journal_id), 0) FROM late_receipt) AND j.received_at < :committed
                        ORDER BY j.id LIMIT :block
                        """)
                .param("abandoned", Utc.column(now.minus(ABANDONED)))
                .param("committed", Utc.column(now.minus(COMMITTED)))
                .param("block", BLOCK)
                .query(Receipt::of)
                .list()
                .stream()
                .takeWhile(Receipt::applied)
                .toList();
    }

    private int delete(List<Receipt> receipts) {
        Set<String> numbers = erased.among(receipts.stream()
                        .flatMap(receipt -> Stream.of(receipt.from(), receipt.to()))
                        .filter(number -> !number.isEmpty())
                        .collect(Collectors.toSet()))
                .keySet();
        List<Long> late = receipts.stream()
                .filter(receipt -> receipt.isOf(numbers))
                .map(Receipt::id)
                .toList();
        transaction.executeWithoutResult(status -> {
            if (!late.isEmpty()) {
                jdbc.sql("DELETE FROM receipt_orphan WHERE journal_id IN (:ids)")
                        .param("ids", late)
                        .update();
                jdbc.sql("DELETE FROM receipt_journal WHERE id IN (:ids)")
                        .param("ids", late)
                        .update();
            }
            long last = receipts.getLast().id();
            jdbc.sql("INSERT IGNORE INTO late_receipt VALUES (?)").param(last).update();
            jdbc.sql("DELETE FROM late_receipt WHERE journal_id < ?")
                    .param(last)
                    .update();
        });
        return late.size();
    }
}
