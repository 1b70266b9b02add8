package vn.canhbao.core.inbound;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** Finds what a subscriber answers to: a number's latest message. */
@Repository
public class SentMessages {

    private final JdbcClient jdbc;

    public SentMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest alert that was on the wire to a number in this time; automatic replies are none. */
    public Optional<SentMessage> latest(String msisdn, Instant from, Instant to) {
        // A message without an answer has its time in its segments only, and may have arrived all the same.
        return jdbc.sql("""
                        SELECT id, campaign_id, recipient_id, sender_id FROM (
                            SELECT m.id, m.campaign_id, m.recipient_id, m.sender_id, COALESCE(m.submitted_at,
                                (SELECT MAX(s.submitted_at) FROM message_segment s WHERE s.message_id = m.id)) AS sent_at
                            FROM message m JOIN campaign c ON c.id = m.campaign_id
                            WHERE m.msisdn = ? AND NOT c.automatic
                                AND m.status IN ('SUBMITTED', 'UNANSWERED', 'DELIVERED', 'PARTLY_DELIVERED', 'UNKNOWN')
                        ) sent
                        WHERE sent_at BETWEEN ? AND ? ORDER BY sent_at DESC, id DESC LIMIT 1
                        """)
                .params(msisdn, Utc.column(from), Utc.column(to))
                .query((row, n) -> new SentMessage(
                        row.getLong("id"),
                        row.getLong("campaign_id"),
                        row.getLong("recipient_id"),
                        row.getString("sender_id")))
                .optional();
    }
}
