package vn.canhbao.core.campaign;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.ConflictingState;

/**
 * The command of a unit's head: remind those of the unit, and of the units below, who have not acknowledged a campaign. It
 * makes a wave of that campaign with its approved text, which goes the way of all waves: windows, caps, suppressions.
 */
@Component
@Transactional
public class ReminderDesk {

    private final Campaigns campaigns;
    private final Waves waves;
    private final ReminderRules rules;
    private final AudienceMembers members;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReminderDesk(
            Campaigns campaigns,
            Waves waves,
            ReminderRules rules,
            AudienceMembers members,
            AuditTrail audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.rules = rules;
        this.members = members;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Why nobody of the unit can be reminded now, and from when or how they can; empty: they can. */
    @Transactional(readOnly = true)
    public Optional<String> whyNot(long campaignId, long unitId) {
        return rules.whyNot(campaigns.get(campaignId), unitId);
    }

    /** {@link ConflictingState} where it is not the time, or everybody has acknowledged. */
    public Reminder remind(long campaignId, long unitId, String head) {
        // Two clicks at once make one reminder, and the campaign doesn't end between the question and the wave.
        jdbc.sql("SELECT id FROM campaign WHERE id = ? FOR UPDATE")
                .param(campaignId)
                .query(Long.class)
                .list();
        rules.whyNot(campaigns.get(campaignId), unitId).ifPresent(reason -> {
            throw new ConflictingState(reason);
        });
        long wave = waves.addReminder(campaignId, WavePlan.at(clock.instant()).to(Narrowing.toRemindedIn(unitId)));
        long people = members.count(campaigns.audience(waves.get(wave)));
        if (people == 0) {
            throw new ConflictingState("Mọi người của đơn vị đã xác nhận, không còn ai để nhắc"
                    + " (everybody of the unit has acknowledged: nobody to remind)");
        }
        campaigns.reopen(campaignId);
        audit.record(
                head,
                "UNIT_REMINDED",
                "campaign " + campaignId,
                "unit " + unitId + ", wave " + wave + ", " + people + " people");
        // Plans what is scheduled.
        events.publishEvent(new CampaignApproved(campaignId));
        return new Reminder(wave, people);
    }
}
