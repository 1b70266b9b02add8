package vn.canhbao.core.message;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.JoinedUpdate;
import vn.canhbao.core.db.RowInsert;
import vn.canhbao.core.db.Utc;

/** Where the prepare job puts its messages. */
@Repository
public class PreparedMessages {

    private static final int BLOCK = 500;

    // Not INSERT IGNORE: on MySQL that would also cut a text that is too long and say nothing.
    private static final RowInsert INSERT = new RowInsert(
            "INSERT INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text, segments, status,"
                    + " expires_at, attempts, detail)",
            12,
            "ON DUPLICATE KEY UPDATE wave_id = wave_id");

    private final JdbcTemplate jdbc;

    public PreparedMessages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes a block of messages; one that is already there (same wave, same number) stays as it is, so that a block can
     * be written again after a crash. Anything else that is wrong with a row fails the block.
     */
    public void add(List<PreparedMessage> messages) {
        for (int from = 0; from < messages.size(); from += BLOCK) {
            List<PreparedMessage> block = messages.subList(from, Math.min(messages.size(), from + BLOCK));
            jdbc.update(INSERT.sql(block.size()), parameters(block));
        }
    }

    private static Object[] parameters(List<PreparedMessage> block) {
        return JoinedUpdate.parameters(block.stream()
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
                    0,
                    message.detail()
                })
                .toList());
    }
}
