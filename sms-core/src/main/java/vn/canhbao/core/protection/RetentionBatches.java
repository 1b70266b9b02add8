package vn.canhbao.core.protection;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.audit.AuditChain;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.recipient.NameWords;

/**
 * One small transaction of each class. Rows are found without a lock and changed by their ids, so that nothing that sends
 * waits for more than these few rows, which it never touches.
 */
@Component
class RetentionBatches {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final OldMessages messages;
    private final NameWords names;
    private final AuditChain chain;

    RetentionBatches(
            JdbcClient jdbc,
            TransactionOperations transaction,
            OldMessages messages,
            NameWords names,
            AuditChain chain) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.messages = messages;
        this.names = names;
        this.chain = chain;
    }

    /** Removes what is older than {@code before}, at most {@code most} rows; 0: nothing is left. */
    int remove(DataClass dataClass, Instant before, int most) {
        return switch (dataClass) {
            case RECEIPTS -> receipts(before, most);
            case MESSAGES -> messages.remove(before, most);
            case INBOUND -> inbound(before, most);
            case IMPORTS -> imports(before, most);
            case RECIPIENTS -> recipients(before, most);
            case AUDIT -> chain.forget(before, most);
        };
    }

    // In the order of ids, which is that of time: no index on the time is needed. What a ledger has not applied stays.
    private int receipts(Instant before, int most) {
        List<Long> old =
                jdbc.sql("""
                        SELECT j.id FROM (SELECT id, link, node, received_at FROM receipt_journal ORDER BY id LIMIT ?) j
                            LEFT JOIN receipt_watermark w ON w.link = j.link AND w.node = j.node
                        WHERE j.received_at < ? AND j.id <= COALESCE(w.journal_id, j.id)
                        """).params(most, Utc.column(before)).query(Long.class).list();
        return changed(
                old,
                "DELETE FROM receipt_orphan WHERE journal_id IN (:ids)",
                "DELETE FROM receipt_journal WHERE id IN (:ids)");
    }

    private int inbound(Instant before, int most) {
        List<Long> old = jdbc.sql(
                        "SELECT id FROM inbound_message WHERE received_at < ? AND text <> '' ORDER BY received_at, id LIMIT ?")
                .params(Utc.column(before), most)
                .query(Long.class)
                .list();
        return changed(
                old,
                "DELETE FROM inbound_segment WHERE inbound_id IN (:ids)",
                "UPDATE inbound_message SET source_addr = CONCAT('m', id), text = '' WHERE id IN (:ids)");
    }

    private int imports(Instant before, int most) {
        List<Long> over =
                jdbc.sql("""
                        SELECT i.id FROM recipient_import i WHERE i.finished_at < ? AND i.status IN ('COMPLETED', 'FAILED')
                            AND EXISTS (SELECT 1 FROM recipient_import_reject r WHERE r.import_id = i.id) ORDER BY i.id LIMIT 1
                        """).param(Utc.column(before)).query(Long.class).list();
        if (!over.isEmpty()) {
            List<Long> rows = jdbc.sql(
                            "SELECT row_no FROM recipient_import_reject WHERE import_id = ? ORDER BY row_no LIMIT ?")
                    .params(over.getFirst(), most)
                    .query(Long.class)
                    .list();
            return jdbc.sql("DELETE FROM recipient_import_reject WHERE import_id = :import AND row_no IN (:rows)")
                    .param("import", over.getFirst())
                    .param("rows", rows)
                    .update();
        }
        List<Long> old = jdbc.sql(
                        "SELECT h.id FROM (SELECT id, known_until FROM recipient_history ORDER BY id LIMIT ?) h WHERE h.known_until < ?")
                .params(most, Utc.column(before))
                .query(Long.class)
                .list();
        return changed(old, "DELETE FROM recipient_history WHERE id IN (:ids)");
    }

    // The husk stays, as after an erasure: figures by unit and area need it.
    private int recipients(Instant before, int most) {
        List<Long> old =
                jdbc.sql("""
                        SELECT r.id FROM recipient r WHERE r.updated_at < ? AND r.erased_at IS NULL
                            AND NOT EXISTS (SELECT 1 FROM recipient_list_member m WHERE m.recipient_id = r.id)
                            AND NOT EXISTS (SELECT 1 FROM message m WHERE m.msisdn = r.msisdn)
                        LIMIT ?
                        """).params(Utc.column(before), most).query(Long.class).list();
        return transaction.execute(status -> {
            names.forget(old);
            return changed(
                    old,
                    "DELETE FROM recipient_tag WHERE recipient_id IN (:ids)",
                    "DELETE FROM recipient_history WHERE recipient_id IN (:ids)",
                    """
                    UPDATE recipient SET msisdn = CONCAT('r', id), full_name = '', search_name = '', attributes = NULL,
                        consent_basis = NULL, consent_date = NULL, consent_evidence = NULL, erased_at = updated_at WHERE id IN (:ids)
                    """);
        });
    }

    private int changed(List<Long> ids, String... statements) {
        if (!ids.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                for (String sql : statements) {
                    jdbc.sql(sql).param("ids", ids).update();
                }
            });
        }
        return ids.size();
    }
}
