package vn.canhbao.core.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The escalation of each campaign that has one. Its reminders are waves of the campaign, behind all others. */
@Repository
public class Escalations {

    private final JdbcClient jdbc;
    private final Waves waves;
    private final Clock clock;

    public Escalations(JdbcClient jdbc, Waves waves, Clock clock) {
        this.jdbc = jdbc;
        this.waves = waves;
        this.clock = clock;
    }

    public Optional<Escalation> of(long campaignId) {
        return jdbc.sql("SELECT * FROM escalation WHERE campaign_id = ?")
                .param(campaignId)
                .query(Escalations::escalation)
                .optional();
    }

    /** Campaigns whose heads are still to be told. */
    public List<Long> withHeadsToTell() {
        return jdbc.sql("SELECT campaign_id FROM escalation WHERE tell_heads AND told_at IS NULL ORDER BY campaign_id")
                .query(Long.class)
                .list();
    }

    /** Takes the telling of a campaign's heads upon the caller's transaction; {@code false}: it was done. */
    public boolean tellHeads(long campaignId) {
        return jdbc.sql("UPDATE escalation SET told_at = ? WHERE campaign_id = ? AND told_at IS NULL")
                        .params(Utc.column(clock.instant()), campaignId)
                        .update()
                == 1;
    }

    void add(long campaignId, Escalation escalation, int waveBefore) {
        jdbc.sql("INSERT INTO escalation (campaign_id, after_seconds, reminders, tell_heads) VALUES (?, ?, ?, ?)")
                .params(campaignId, escalation.after().toSeconds(), escalation.reminders(), escalation.tellHeads())
                .update();
        for (int i = 0; i < escalation.reminders(); i++) {
            waves.addReminder(
                    campaignId,
                    WavePlan.after(waveBefore + i, escalation.after()).to(Narrowing.toReminded()));
        }
    }

    /** Of a draft that is written anew; its reminders go with its waves. */
    void remove(long campaignId) {
        jdbc.sql("DELETE FROM escalation WHERE campaign_id = ?")
                .param(campaignId)
                .update();
    }

    private static Escalation escalation(ResultSet row, int n) throws SQLException {
        return new Escalation(
                Duration.ofSeconds(row.getLong("after_seconds")),
                row.getInt("reminders"),
                row.getBoolean("tell_heads"));
    }
}
