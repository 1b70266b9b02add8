package vn.canhbao.core.message;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** Where the prepare job puts its messages. */
@Repository
public class PreparedMessages {

    private final JdbcTemplate jdbc;

    public PreparedMessages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes a block of messages; one that is already there (same wave, same number) stays as it is, so that a block can
     * be written again after a crash.
     */
    public void add(List<PreparedMessage> messages) {
        jdbc.batchUpdate(
                """
                INSERT IGNORE INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text,
                    segments, status, expires_at, attempts, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
                """,
                messages.stream()
                        .map(message -> new Object[] {
                            message.waveId(),
                            message.campaignId(),
                            message.recipientId(),
                            message.msisdn(),
                            message.operatorCode(),
                            message.senderId(),
                            message.text(),
                            message.segments(),
                            message.status().name(),
                            Utc.column(message.expiresAt()),
                            message.detail()
                        })
                        .toList());
    }
}
