package vn.canhbao.core.inbound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** Which messages their recipients acknowledged: evidence beside a message's status, which it never changes. */
@Repository
public class Acknowledgements {

    private final JdbcClient jdbc;

    public Acknowledgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records a message's first acknowledgement; {@code false}: it had one. */
    public boolean add(SentMessage message, InboundMessage inbound) {
        return jdbc.sql("""
                                INSERT IGNORE INTO acknowledgement (message_id, campaign_id, inbound_id, msisdn, at, text)
                                VALUES (?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                message.id(),
                                message.campaignId(),
                                inbound.id(),
                                inbound.sourceAddr(),
                                Utc.column(inbound.receivedAt()),
                                inbound.text())
                        .update()
                == 1;
    }

    /** How many messages of a campaign are acknowledged. */
    public long ofCampaign(long campaignId) {
        return jdbc.sql("SELECT COUNT(*) FROM acknowledgement WHERE campaign_id = ?")
                .param(campaignId)
                .query(Long.class)
                .single();
    }
}
