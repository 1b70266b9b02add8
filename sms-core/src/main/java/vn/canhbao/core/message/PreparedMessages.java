package vn.canhbao.core.message;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
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
            jdbc.update(INSERT.sql(block.size()), statement -> fill(statement, block));
        }
    }

    // By hand: one setter a column costs half of what Spring's setting of 6,000 objects does.
    private static void fill(PreparedStatement insert, List<PreparedMessage> block) throws SQLException {
        int column = 0;
        for (PreparedMessage message : block) {
            insert.setLong(++column, message.waveId());
            insert.setLong(++column, message.campaignId());
            insert.setLong(++column, message.recipientId());
            insert.setString(++column, message.msisdn());
            insert.setString(++column, message.operatorCode());
            insert.setString(++column, message.senderId());
            insert.setString(++column, message.text());
            insert.setInt(++column, message.segments());
            insert.setString(++column, message.status().name());
            insert.setObject(++column, Utc.column(message.expiresAt()));
            insert.setInt(++column, 0);
            insert.setString(++column, message.detail());
        }
    }
}
