package vn.canhbao.core.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotAllowed;
import vn.canhbao.core.problem.NotFound;

/**
 * Changes of waves that have not begun. A draft's wave is changed at once. What was approved stands until another person has
 * approved the change, whatever the change is: a rule with exceptions would have to be explained to every approver.
 */
@Component
@Transactional
public class WaveChangeDesk {

    private final Campaigns campaigns;
    private final Waves waves;
    private final WaveChanges changes;
    private final WavePlanRules rules;
    private final SendingHours hours;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    WaveChangeDesk(
            Campaigns campaigns,
            Waves waves,
            WaveChanges changes,
            WavePlanRules rules,
            SendingHours hours,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.changes = changes;
        this.rules = rules;
        this.hours = hours;
        this.audit = audit;
        this.events = events;
    }

    /** Changes a draft's wave, or proposes the change of an approved campaign's. */
    public Wave change(long campaignId, long waveId, WavePlan plan, String author) {
        Campaign campaign = campaigns.get(campaignId);
        Wave wave = notBegun(campaignId, waveId);
        check(campaign, wave, plan);
        switch (campaign.status()) {
            case DRAFT, REJECTED -> {
                waves.replan(waveId, plan);
                record(author, "WAVE_CHANGED", wave, words(plan));
            }
            case APPROVED, RUNNING, PAUSED -> {
                changes.put(waveId, plan, author);
                record(author, "WAVE_CHANGE_PROPOSED", wave, words(plan));
            }
            case SUBMITTED ->
                throw new ConflictingState("Chiến dịch đang chờ duyệt: nhờ người duyệt trả lại rồi sửa"
                        + " (submitted: ask the approver to reject it, then change it)");
            case CANCELLED, FINISHED -> throw new ConflictingState("Chiến dịch đã kết thúc (the campaign is over)");
        }
        return waves.get(waveId);
    }

    /** By another person than who proposed it or wrote or submitted the campaign. */
    public Wave approveChange(long campaignId, long waveId, String approver) {
        Campaign campaign = campaigns.get(campaignId);
        Wave wave = notBegun(campaignId, waveId);
        WaveChange change = proposed(campaign, wave, approver);
        check(campaign, wave, change.plan());
        if (!waves.replan(waveId, change.plan())) {
            throw begun(waveId);
        }
        changes.remove(waveId);
        record(approver, "WAVE_CHANGE_APPROVED", wave, words(change.plan()));
        // Its trigger is planned anew after the commit.
        events.publishEvent(new CampaignApproved(campaignId));
        return waves.get(waveId);
    }

    /** The wave stays as it was approved. */
    public Wave rejectChange(long campaignId, long waveId, String approver, String reason) {
        Wave wave = waves.get(waveId);
        proposed(campaigns.get(campaignId), wave, approver);
        if (reason == null || reason.isBlank()) {
            throw InvalidInput.of("reason", "nêu lý do không đồng ý (a reason is needed)");
        }
        changes.remove(waveId);
        record(approver, "WAVE_CHANGE_REJECTED", wave, reason.strip());
        return wave;
    }

    private WaveChange proposed(Campaign campaign, Wave wave, String approver) {
        WaveChange change = changes.of(wave.id())
                .filter(ignored -> wave.campaignId() == campaign.id())
                .orElseThrow(() -> new NotFound("Đợt " + wave.id() + " không có thay đổi chờ duyệt (no change waits)"));
        if (List.of(change.proposedBy(), campaign.createdBy(), Objects.toString(campaign.submittedBy(), ""))
                .contains(approver)) {
            throw new NotAllowed("Người soạn, trình hoặc đề nghị không được tự duyệt; nhờ người duyệt khác"
                    + " (who wrote, submitted or proposed it can't decide on it: ask another approver)");
        }
        return change;
    }

    private Wave notBegun(long campaignId, long waveId) {
        Wave wave = waves.get(waveId);
        if (wave.campaignId() != campaignId) {
            throw new NotFound("Chiến dịch " + campaignId + " không có đợt " + waveId + " (no such wave in it)");
        }
        boolean waits = wave.status() == WaveStatus.SCHEDULED || wave.status() == WaveStatus.WAITING;
        if (!waits || wave.startedAt() != null) {
            throw begun(waveId);
        }
        return wave;
    }

    private static ConflictingState begun(long waveId) {
        return new ConflictingState(
                "Đợt " + waveId + " đã bắt đầu hoặc kết thúc, không sửa được nữa (it has begun or is over)");
    }

    private void check(Campaign campaign, Wave wave, WavePlan plan) {
        List<Wave> all = waves.ofCampaign(campaign.id());
        List<WavePlan> earlier = all.stream()
                .filter(other -> other.position() < wave.position())
                .map(Wave::plan)
                .toList();
        List<FieldProblem> problems =
                new ArrayList<>(rules.problems(plan, earlier, "", hours.of(campaign), campaign.validity()));
        boolean followed = all.stream().anyMatch(other -> Objects.equals(other.afterPosition(), wave.position()));
        if (followed && plan.cron() != null) {
            problems.add(new FieldProblem(
                    "cron",
                    "có đợt khác gửi sau đợt này nên không thể lặp lại (another wave follows it: it can't recur)"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static String words(WavePlan plan) {
        String when = plan.cron() != null
                ? "cron " + plan.cron()
                : plan.after() != null
                        ? "after wave " + plan.after() + " by " + plan.delay()
                        : plan.at() == null ? "on approval" : "at " + plan.at();
        return plan.narrowing().isEmpty() ? when : when + " to " + NarrowingJson.write(plan.narrowing());
    }

    private void record(String actor, String action, Wave wave, String detail) {
        audit.record(actor, action, "campaign " + wave.campaignId(), "wave " + wave.id() + ": " + detail);
    }
}
