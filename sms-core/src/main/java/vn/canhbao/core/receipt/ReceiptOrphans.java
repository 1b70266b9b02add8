package vn.canhbao.core.receipt;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** Receipts that wait for their segment. */
@Repository
public class ReceiptOrphans {

    private final JdbcTemplate jdbc;

    public ReceiptOrphans(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void add(List<JournalledReceipt> receipts) {
        jdbc.batchUpdate(
                """
                INSERT IGNORE INTO receipt_orphan (journal_id, link, id_key, msisdn, received_at, state, error)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                receipts.stream()
                        .map(receipt -> new Object[] {
                            receipt.journalId(),
                            receipt.link(),
                            receipt.idKey(),
                            receipt.msisdn(),
                            Utc.column(receipt.receivedAt()),
                            receipt.state().name(),
                            receipt.error()
                        })
                        .toList());
    }

    /** The oldest first, from after a journal id on. */
    public List<WaitingReceipt> waiting(String link, long after, int limit) {
        return jdbc.query(
                """
                SELECT o.journal_id, o.link, o.id_key, o.msisdn, o.received_at, o.state, o.error, j.smsc_message_id
                FROM receipt_orphan o LEFT JOIN receipt_journal j ON j.id = o.journal_id
                WHERE o.link = ? AND o.journal_id > ? ORDER BY o.journal_id LIMIT ?
                """,
                (row, n) -> new WaitingReceipt(
                        new JournalledReceipt(
                                row.getLong("journal_id"),
                                row.getString("link"),
                                row.getString("id_key"),
                                row.getString("msisdn"),
                                Utc.instant(row, "received_at"),
                                ReceiptState.valueOf(row.getString("state")),
                                row.getString("error")),
                        row.getString("smsc_message_id")),
                link,
                after,
                limit);
    }

    public long count(String link) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM receipt_orphan WHERE link = ?", Long.class, link);
    }

    public void remove(List<JournalledReceipt> receipts) {
        jdbc.batchUpdate(
                "DELETE FROM receipt_orphan WHERE journal_id = ?",
                receipts.stream()
                        .map(receipt -> new Object[] {receipt.journalId()})
                        .toList());
    }
}
