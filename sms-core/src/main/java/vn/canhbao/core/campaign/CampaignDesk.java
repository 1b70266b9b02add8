package vn.canhbao.core.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotAllowed;

/**
 * The commands of authors and approvers: draft, submit, approve, reject, pause, resume, cancel. Each is checked, moves
 * the campaign and its waves in one transaction, and lands in the audit trail; approval, resumption and cancellation are
 * published as events, which the scheduler takes after the commit.
 */
@Component
@Transactional
public class CampaignDesk {

    private final Campaigns campaigns;
    private final Waves waves;
    private final DraftRules rules;
    private final AudienceMembers members;
    private final SendingHours hours;
    private final LimitOverrides overrides;
    private final Escalations escalations;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Optional<CampaignTexts> texts;

    CampaignDesk(
            Campaigns campaigns,
            Waves waves,
            DraftRules rules,
            AudienceMembers members,
            SendingHours hours,
            LimitOverrides overrides,
            Escalations escalations,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Optional<CampaignTexts> texts) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.rules = rules;
        this.members = members;
        this.hours = hours;
        this.overrides = overrides;
        this.escalations = escalations;
        this.audit = audit;
        this.events = events;
        this.texts = texts;
    }

    /** Stores a checked draft; {@link InvalidInput} names every field that is wrong. */
    public Campaign draft(CampaignDraft written, String author) {
        CheckedDraft checked = CheckedDraft.of(written, rules, texts);
        CampaignDraft draft = checked.draft();
        long id = campaigns.add(draft, checked.text(), author);
        draft.waves().forEach(plan -> waves.add(id, plan));
        if (draft.escalation() != null) {
            escalations.add(id, draft.escalation(), draft.waves().size());
        }
        record(author, "CAMPAIGN_DRAFTED", id, marked(draft.handling()) + draft.name());
        return campaigns.get(id);
    }

    public Campaign submit(long id, String author) {
        campaigns.get(id);
        requireStillSendable(id);
        move(id, CampaignStatus.SUBMITTED, "trình duyệt (submit)");
        campaigns.markSubmitted(id, author);
        record(author, "CAMPAIGN_SUBMITTED", id, null);
        return campaigns.get(id);
    }

    /** By another person than the one who wrote or submitted it; {@link NotAllowed} otherwise. */
    public Campaign approve(long id, String approver) {
        return approve(id, approver, LimitOverride.NONE);
    }

    /** The same, setting windows or caps aside for this campaign. */
    public Campaign approve(long id, String approver, LimitOverride override) {
        Campaign campaign = campaigns.get(id);
        requireAnotherPerson(campaign, approver);
        LimitOverrides.check(override);
        requireStillSendable(id);
        if (!override.windows()) {
            requireOpenWindows(campaign);
        }
        move(id, CampaignStatus.APPROVED, "duyệt (approve)");
        campaigns.addApproval(id, "APPROVED", override.any() ? override.reason().strip() : null, approver);
        overrides.put(id, override, approver);
        String marks = marked(campaign.handling());
        record(approver, "CAMPAIGN_APPROVED", id, marks.isEmpty() ? null : marks.strip());
        if (override.any()) {
            record(
                    approver,
                    "LIMITS_OVERRIDDEN",
                    id,
                    (override.windows() ? "windows " : "")
                            + (override.caps() ? "caps " : "")
                            + override.reason().strip());
        }
        events.publishEvent(new CampaignApproved(id));
        return campaigns.get(id);
    }

    public Campaign reject(long id, String approver, String reason) {
        requireAnotherPerson(campaigns.get(id), approver);
        if (reason == null || reason.isBlank()) {
            throw InvalidInput.of("reason", "nêu lý do từ chối để người soạn sửa (a reason is needed)");
        }
        move(id, CampaignStatus.REJECTED, "từ chối (reject)");
        campaigns.addApproval(id, "REJECTED", reason.strip(), approver);
        record(approver, "CAMPAIGN_REJECTED", id, reason.strip());
        return campaigns.get(id);
    }

    /** Nothing more is claimed; what is in flight ends. */
    public Campaign pause(long id, String actor) {
        campaigns.get(id);
        move(id, CampaignStatus.PAUSED, "tạm dừng (pause)");
        moveWaves(id, WaveStatus.PAUSED, WaveStatus.RUNNING, WaveStatus.PREPARING, WaveStatus.WAITING);
        record(actor, "CAMPAIGN_PAUSED", id, null);
        return campaigns.get(id);
    }

    public Campaign resume(long id, String actor) {
        Campaign campaign = campaigns.get(id);
        boolean started = waves.ofCampaign(id).stream().anyMatch(wave -> wave.startedAt() != null);
        move(id, started ? CampaignStatus.RUNNING : CampaignStatus.APPROVED, "tiếp tục (resume)");
        boolean open = hours.isOpen(campaign);
        waves.ofCampaign(id).stream()
                .filter(wave -> !wave.pausedAlone())
                .forEach(wave -> waves.resume(wave.id(), open));
        record(actor, "CAMPAIGN_RESUMED", id, null);
        // Waves whose time came during the pause are planned again, those half prepared are completed.
        events.publishEvent(new CampaignApproved(id));
        return campaigns.get(id);
    }

    /** Messages that were not yet claimed are cancelled; what is in flight ends as it ends. */
    public Campaign cancel(long id, String actor) {
        campaigns.get(id);
        move(id, CampaignStatus.CANCELLED, "hủy (cancel)");
        moveWaves(
                id,
                WaveStatus.CANCELLED,
                WaveStatus.SCHEDULED,
                WaveStatus.PREPARING,
                WaveStatus.RUNNING,
                WaveStatus.WAITING,
                WaveStatus.PAUSED);
        record(actor, "CAMPAIGN_CANCELLED", id, null);
        events.publishEvent(new CampaignCancelled(id));
        return campaigns.get(id);
    }

    private void requireAnotherPerson(Campaign campaign, String approver) {
        if (approver.equals(campaign.createdBy())
                || approver.equals(campaign.submittedBy())
                || campaigns.isReviser(campaign.id(), approver)) {
            throw new NotAllowed("Người soạn hoặc trình không được tự duyệt; nhờ người duyệt khác"
                    + " (who wrote or submitted a campaign can't approve it: ask another approver)");
        }
    }

    private void requireStillSendable(long id) {
        List<FieldProblem> problems = new ArrayList<>(rules.pastWaves(waves.ofCampaign(id)));
        Audience audience = campaigns.audience(id);
        if (members.isEmpty(audience)) {
            problems.add(DraftRules.nobody(audience));
        }
        texts.ifPresent(some -> problems.addAll(some.problems(campaigns.get(id), audience)));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private void requireOpenWindows(Campaign campaign) {
        List<FieldProblem> problems = rules.closedWaves(campaign, waves.ofCampaign(campaign.id()));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private void move(long id, CampaignStatus next, String verb) {
        if (!campaigns.transition(id, next)) {
            throw new ConflictingState("Chiến dịch đang ở trạng thái "
                    + campaigns.get(id).status() + ", không thể " + verb + " (not possible in this state)");
        }
    }

    private void moveWaves(long id, WaveStatus next, WaveStatus... from) {
        waves.ofCampaign(id).stream()
                .filter(wave -> List.of(from).contains(wave.status()))
                // A wave that has not begun goes on waiting: its campaign's pause holds it.
                .filter(wave -> next != WaveStatus.PAUSED || wave.startedAt() != null)
                .forEach(wave -> waves.transition(wave.id(), next));
    }

    private static String marked(Handling handling) {
        return (handling.urgent() ? "urgent " : "")
                + (handling.exercise() ? "exercise " : "")
                + (handling.correctsId() == null ? "" : "corrects campaign " + handling.correctsId() + " ");
    }

    private void record(String actor, String action, long id, String detail) {
        audit.record(actor, action, "campaign " + id, detail);
    }
}
