package vn.canhbao.core.receipt;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.RowInsert;
import vn.canhbao.core.db.Utc;

/** The append-only journal of deliver_sm, and how far each link has applied it. */
@Repository
public class ReceiptJournal {

    private static final RowInsert APPEND = new RowInsert("""
            INSERT INTO receipt_journal (node, link, received_at, source_addr, dest_addr, esm_class, data_coding,
                short_message, tlvs, smsc_message_id, id_key, state, error, done_at)
            """, 14);

    private final JdbcTemplate jdbc;

    public ReceiptJournal(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends a block in one transaction; when it returns, deliver_sm_resp may be sent. The ids are in the block's order. */
    public List<Long> append(String node, List<RawReceipt> receipts) {
        return jdbc.execute((ConnectionCallback<List<Long>>) connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement(APPEND.sql(receipts.size()), Statement.RETURN_GENERATED_KEYS)) {
                int at = 0;
                for (RawReceipt receipt : receipts) {
                    at = set(insert, at, node, receipt);
                }
                insert.executeUpdate();
                List<Long> ids = new ArrayList<>(receipts.size());
                try (var keys = insert.getGeneratedKeys()) {
                    while (keys.next()) {
                        ids.add(keys.getLong(1));
                    }
                }
                return ids;
            }
        });
    }

    private static int set(PreparedStatement insert, int before, String node, RawReceipt receipt) throws SQLException {
        int at = before;
        insert.setString(++at, node);
        insert.setString(++at, receipt.link());
        insert.setObject(++at, Utc.column(receipt.receivedAt()));
        insert.setString(++at, receipt.sourceAddr());
        insert.setString(++at, receipt.destAddr());
        insert.setInt(++at, receipt.esmClass());
        insert.setInt(++at, receipt.dataCoding());
        insert.setBytes(++at, receipt.shortMessage());
        insert.setBytes(++at, receipt.tlvs());
        insert.setString(++at, receipt.smscMessageId());
        insert.setString(++at, receipt.idKey());
        insert.setString(++at, receipt.state() == null ? "MO" : receipt.state().name());
        insert.setString(++at, receipt.error());
        insert.setObject(++at, Utc.column(receipt.doneAt()));
        return at;
    }

    /** Receipts of a link that this node journalled and had not applied when it stopped, the oldest first. */
    public List<JournalledReceipt> unapplied(String node, String link, int limit) {
        return jdbc.query(
                """
                SELECT id, link, id_key, source_addr, received_at, state, error
                FROM receipt_journal
                WHERE link = ? AND node = ? AND id > ? AND state <> 'MO'
                ORDER BY id LIMIT ?
                """,
                (row, n) -> new JournalledReceipt(
                        row.getLong("id"),
                        row.getString("link"),
                        row.getString("id_key"),
                        row.getString("source_addr"),
                        Utc.instant(row, "received_at"),
                        ReceiptState.valueOf(row.getString("state")),
                        row.getString("error")),
                link,
                node,
                watermark(node, link),
                limit);
    }

    /** Everything of this link and node up to this entry is applied. */
    public void advance(String node, String link, long journalId) {
        jdbc.update("""
                INSERT INTO receipt_watermark (link, node, journal_id) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE journal_id = VALUES(journal_id)
                """, link, node, journalId);
    }

    private long watermark(String node, String link) {
        try {
            return jdbc.queryForObject(
                    "SELECT journal_id FROM receipt_watermark WHERE link = ? AND node = ?", Long.class, link, node);
        } catch (EmptyResultDataAccessException nothingAppliedYet) {
            return 0;
        }
    }
}
