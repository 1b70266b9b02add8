package vn.canhbao.core.message;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/**
 * What time does to a wave's messages. Each call changes a block of rows, so that no lock is held for long beside the
 * links' ledgers; the caller repeats it until nothing is left. Every statement on a wave goes through
 * ix_message_wave_status.
 */
@Repository
public class MessageSettlement {

    private static final int BLOCK = 1_000;

    private final JdbcClient jdbc;

    public MessageSettlement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** READY and DELAYED messages whose validity is over were never sent, or not as a whole: EXPIRED. */
    public int expireReady(long wave, Instant now) {
        return closeWaiting(wave, MessageStatus.EXPIRED, now, "validity over before submit_sm");
    }

    /** SUBMITTED messages without a final receipt after validity and grace: UNKNOWN. */
    public int giveUpReceipts(long wave, Instant now) {
        return close(wave, MessageStatus.SUBMITTED, MessageStatus.UNKNOWN, now, "no final receipt");
    }

    /** READY and DELAYED messages of a cancelled wave. */
    public int cancelReady(long wave, Instant now) {
        return closeWaiting(wave, MessageStatus.CANCELLED, now, "wave cancelled");
    }

    private int closeWaiting(long wave, MessageStatus to, Instant now, String detail) {
        int closed = close(wave, MessageStatus.READY, to, now, detail);
        return closed > 0 ? closed : closeDelayed(wave, to, now, detail);
    }

    private int closeDelayed(long wave, MessageStatus to, Instant now, String detail) {
        int closed = close(wave, MessageStatus.DELAYED, to, now, detail);
        if (closed == 0) {
            jdbc.sql("DELETE FROM message_delay WHERE wave_id = ?").param(wave).update();
        }
        return closed;
    }

    /** READY and DELAYED messages to a number that refuses them, of every wave; our confirmation of it still goes out. */
    public int suppressReady(String msisdn, Instant now) {
        String detail = "suppressed: REFUSED";
        return jdbc.sql("""
                        UPDATE message SET detail = CASE WHEN submitted_at IS NOT NULL
                            THEN CONCAT(?, ', only part of its segments sent') ELSE ? END, status = ?, final_at = ?
                        WHERE msisdn = ? AND status IN ('READY', 'DELAYED')
                            AND campaign_id NOT IN (SELECT id FROM campaign WHERE automatic)
                        """)
                .params(detail, detail, MessageStatus.SUPPRESSED.name(), Utc.column(now), msisdn)
                .update();
    }

    private int close(long wave, MessageStatus from, MessageStatus to, Instant now, String detail) {
        // detail first: MySQL assigns from left to right, and it asks for the status as it was.
        return jdbc.sql("""
                        UPDATE message SET detail = CASE WHEN status IN ('READY', 'DELAYED') AND submitted_at IS NOT NULL
                            THEN CONCAT(?, ', only part of its segments sent') ELSE ? END, status = ?, final_at = ?
                        WHERE wave_id = ? AND status = ? LIMIT %d
                        """.formatted(BLOCK))
                .params(detail, detail, to.name(), Utc.column(now), wave, from.name())
                .update();
    }

    /** Policy RESEND: UNANSWERED messages, last tried before {@code cutoff} and only once, become READY for a second copy. */
    public int resend(long wave, Instant now, Instant cutoff) {
        return jdbc.sql("""
                        UPDATE message SET status = 'READY', detail = 'second copy: the first had no answer'
                        WHERE wave_id = ? AND status = 'UNANSWERED' AND attempts < 2 AND expires_at > ?
                            AND NOT EXISTS (SELECT 1 FROM message_segment s WHERE s.message_id = message.id AND s.submitted_at > ?)
                        LIMIT %d
                        """.formatted(BLOCK))
                .params(wave, Utc.column(now), Utc.column(cutoff))
                .update();
    }

    /** Whether any message of the wave is still to be sent or waits for its receipt. */
    public boolean isOpen(long wave) {
        return jdbc.sql("""
                        SELECT 1 FROM message WHERE wave_id = ? AND status IN ('READY', 'CLAIMED', 'DELAYED', 'SUBMITTED')
                        LIMIT 1
                        """).param(wave).query(Integer.class).optional().isPresent();
    }

    /** Whether any message of the wave is still to be sent. */
    public boolean isToBeSent(long wave) {
        return jdbc.sql("SELECT 1 FROM message WHERE wave_id = ? AND status IN ('READY', 'CLAIMED', 'DELAYED') LIMIT 1")
                .param(wave)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** When the latest of the wave's messages was answered with OK; empty where none was. */
    public Optional<Instant> lastSubmitted(long wave) {
        return jdbc.sql("SELECT MAX(submitted_at) AS at FROM message WHERE wave_id = ?")
                .param(wave)
                .query((row, n) -> Optional.ofNullable(Utc.instant(row, "at")))
                .single();
    }

    /** A reminder that was not sent yet to somebody who has acknowledged the campaign. */
    public int cancelReminder(long campaignId, String msisdn, Instant now) {
        return jdbc.sql("""
                        UPDATE message SET status = 'CANCELLED', final_at = ?, detail = 'acknowledged meanwhile'
                        WHERE msisdn = ? AND status = 'READY' AND submitted_at IS NULL
                            AND wave_id IN (SELECT id FROM wave WHERE campaign_id = ? AND reminder)
                        """).params(Utc.column(now), msisdn, campaignId).update();
    }

    /** Whether a second copy is still due. */
    public boolean awaitsResend(long wave, Instant now) {
        return jdbc.sql("""
                        SELECT 1 FROM message WHERE wave_id = ? AND status = 'UNANSWERED' AND attempts < 2 AND expires_at > ?
                        LIMIT 1
                        """)
                .params(wave, Utc.column(now))
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
