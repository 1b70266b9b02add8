package vn.canhbao.core.protection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.recipient.ErasedNumbers;
import vn.canhbao.core.recipient.Msisdn;
import vn.canhbao.core.recipient.NameWords;
import vn.canhbao.core.recipient.NumberForms;
import vn.canhbao.core.recipient.SuppressionReason;

/**
 * Takes a number, and what was known of its person, out of every table. Rows that figures count stay, with a token in the
 * number's place, one for all rows of the person: who was counted once is counted once.
 */
@Component
public class PersonErasure {

    // In the order of need: what refers to the recipient goes before the recipient's number.
    private static final List<String> OF_RECIPIENT = List.of(
            "DELETE FROM recipient_tag WHERE recipient_id IN (SELECT id FROM recipient WHERE msisdn = :number)",
            "DELETE FROM recipient_list_member WHERE recipient_id IN (SELECT id FROM recipient WHERE msisdn = :number)",
            "DELETE FROM recipient_history WHERE recipient_id IN (SELECT id FROM recipient WHERE msisdn = :number)",
            "DELETE FROM retry_recipient WHERE recipient_id IN (SELECT id FROM recipient WHERE msisdn = :number)",
            """
            UPDATE recipient SET msisdn = :token, full_name = '', search_name = '', attributes = NULL, consent_basis = NULL,
                consent_date = NULL, consent_evidence = NULL, erased_at = :now, updated_at = :now WHERE msisdn = :number
            """,
            "UPDATE message SET msisdn = :token, text = '', detail = NULL WHERE msisdn = :number",
            "UPDATE acknowledgement SET msisdn = :token, text = '' WHERE msisdn = :number",
            "UPDATE inbound_message SET source_addr = :token, text = '' WHERE source_addr IN (:addresses)",
            "DELETE FROM inbound_segment WHERE source_addr IN (:addresses)",
            "UPDATE unit SET head_name = NULL, head_msisdn = NULL WHERE head_msisdn = :number",
            "DELETE FROM operator_override WHERE msisdn = :number",
            "DELETE FROM suppression WHERE msisdn = :number",
            "DELETE FROM lifted_suppression WHERE msisdn = :number",
            "UPDATE data_request SET msisdn = NULL WHERE msisdn = :number");

    private static final int BLOCK = 500;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ErasedNumbers erased;
    private final NameWords names;
    private final List<PersonTraces> elsewhere;
    private final WrittenNumbers written;
    private final Clock clock;

    public PersonErasure(
            JdbcClient jdbc,
            TransactionOperations transaction,
            ErasedNumbers erased,
            NameWords names,
            List<PersonTraces> elsewhere,
            WrittenNumbers written,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.erased = erased;
        this.names = names;
        this.elsewhere = elsewhere;
        this.written = written;
        this.clock = clock;
    }

    /** What must end first: a message on its way needs its number, and a receipt would bring it back. */
    public List<String> waitsFor(Msisdn number) {
        List<String> reasons = new ArrayList<>();
        boolean underWay =
                jdbc.sql("""
                        SELECT COUNT(*) FROM message WHERE msisdn = ?
                            AND status IN ('READY', 'CLAIMED', 'DELAYED', 'SUBMITTED', 'UNANSWERED')
                        """).param(number.digits()).query(Long.class).single() > 0;
        if (underWay) {
            reasons.add("một tin tới số này chưa có kết quả cuối (a message to it has no final state yet)");
        }
        jdbc.sql("SELECT id FROM wave WHERE status = 'PREPARING' ORDER BY id")
                .query(Long.class)
                .list()
                .forEach(wave ->
                        reasons.add("đợt " + wave + " đang được chuẩn bị (wave " + wave + " is being prepared)"));
        NumberForms forms = new NumberForms(number);
        elsewhere.forEach(place -> reasons.addAll(place.inUse(forms)));
        return reasons;
    }

    /**
     * Erases the person; only where {@link #waitsFor} names nothing.
     *
     * @param token what stands in the number's place: at most 15 characters, used for nobody else
     */
    public void erase(Msisdn number, String token, String actor) {
        NumberForms forms = new NumberForms(number);
        elsewhere.forEach(place -> place.erase(forms));
        receipts(forms);
        transaction.executeWithoutResult(status -> {
            erased.add(number.digits(), SuppressionReason.DATA_PROTECTION, actor);
            names.forget(jdbc.sql("SELECT id FROM recipient WHERE msisdn = ?")
                    .param(number.digits())
                    .query(Long.class)
                    .list());
            for (String sql : OF_RECIPIENT) {
                jdbc.sql(sql)
                        .param("number", number.digits())
                        .param("token", token)
                        .param("addresses", forms.addresses())
                        .param("now", Utc.column(clock.instant()))
                        .update();
            }
            written.erase(forms, token);
        });
    }

    // Found without a lock, and deleted by their ids: links write this table all the time.
    private void receipts(NumberForms forms) {
        List<Long> journalled = jdbc.sql(
                        "SELECT id FROM receipt_journal WHERE source_addr IN (:addresses) OR dest_addr IN (:addresses)")
                .param("addresses", forms.addresses())
                .query(Long.class)
                .list();
        for (int from = 0; from < journalled.size(); from += BLOCK) {
            jdbc.sql("DELETE FROM receipt_journal WHERE id IN (:ids)")
                    .param("ids", journalled.subList(from, Math.min(from + BLOCK, journalled.size())))
                    .update();
        }
        jdbc.sql("DELETE FROM receipt_orphan WHERE msisdn IN (:addresses)")
                .param("addresses", forms.addresses())
                .update();
    }
}
