package vn.canhbao.core.statistics;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.db.Utc;

/** How many messages were acknowledged, kept by campaign: counted anew when its acknowledgements have become more. */
@Repository
class KeptAcknowledgements {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    KeptAcknowledgements(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    void refresh() {
        changed().forEach(campaign -> transaction.executeWithoutResult(status -> count(campaign)));
    }

    // Of campaigns that sent lately, an answer to an old warning is none; and of older ones that were never counted.
    private List<Long> changed() {
        return jdbc.sql("""
                SELECT c.campaign_id FROM (
                    SELECT DISTINCT w.campaign_id FROM wave w
                    WHERE w.started_at >= ? OR (w.started_at IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM statistics_acknowledged n WHERE n.campaign_id = w.campaign_id))) c
                WHERE (SELECT COUNT(*) FROM acknowledgement a WHERE a.campaign_id = c.campaign_id)
                    <> (SELECT COALESCE(SUM(k.messages), 0) FROM statistics_acknowledged k
                        WHERE k.campaign_id = c.campaign_id)
                """)
                .param(Utc.column(clock.instant().minus(MovingWave.SEALED_AFTER)))
                .query(Long.class)
                .list();
    }

    private void count(long campaign) {
        jdbc.sql("DELETE FROM statistics_acknowledged WHERE campaign_id = ?")
                .param(campaign)
                .update();
        jdbc.sql("""
                INSERT INTO statistics_acknowledged (campaign_id, wave_id, operator_code, unit_id, messages)
                SELECT a.campaign_id, m.wave_id, m.operator_code, COALESCE(r.unit_id, 0), COUNT(*)
                FROM acknowledgement a JOIN message m ON m.id = a.message_id
                LEFT JOIN recipient r ON r.id = m.recipient_id
                WHERE a.campaign_id = ?
                GROUP BY a.campaign_id, m.wave_id, m.operator_code, COALESCE(r.unit_id, 0)
                """).param(campaign).update();
    }
}
