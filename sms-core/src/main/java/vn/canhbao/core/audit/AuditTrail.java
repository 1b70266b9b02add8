package vn.canhbao.core.audit;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The audit trail; rows are only ever added. */
@Repository
public class AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;

    public AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records an action in the caller's transaction.
     *
     * @param action upper-case verb: {@code CAMPAIGN_APPROVED}
     * @param subject what it was done to: {@code campaign 12}
     * @param detail reason or figures, or {@code null}; never a phone number
     */
    public void record(String actor, String action, String subject, String detail) {
        jdbc.sql("INSERT INTO audit_trail (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)")
                .params(Utc.column(clock.instant()), actor, action, subject, detail)
                .update();
    }
}
