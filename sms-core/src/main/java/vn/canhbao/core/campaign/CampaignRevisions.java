package vn.canhbao.core.campaign;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.ConflictingState;

/** Rewrites a campaign that no approver has before them: a draft, or one that was rejected. */
@Component
@Transactional
public class CampaignRevisions {

    private static final Set<CampaignStatus> OPEN = EnumSet.of(CampaignStatus.DRAFT, CampaignStatus.REJECTED);

    private final Campaigns campaigns;
    private final Waves waves;
    private final Escalations escalations;
    private final DraftRules rules;
    private final AuditTrail audit;
    private final Optional<CampaignTexts> texts;

    CampaignRevisions(
            Campaigns campaigns,
            Waves waves,
            Escalations escalations,
            DraftRules rules,
            AuditTrail audit,
            Optional<CampaignTexts> texts) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.escalations = escalations;
        this.rules = rules;
        this.audit = audit;
        this.texts = texts;
    }

    /** Whether its text, audience and waves may still be written anew. */
    public static boolean isOpen(CampaignStatus status) {
        return OPEN.contains(status);
    }

    /**
     * Everything of it as in the draft; what it corrects stays. Whoever does this can't approve it.
     *
     * @throws vn.canhbao.core.problem.InvalidInput naming every field that is wrong
     * @throws ConflictingState where it is submitted already
     */
    public Campaign revise(long id, CampaignDraft written, String author) {
        Campaign campaign = campaigns.get(id);
        Long corrects = campaign.handling().correctsId();
        CampaignDraft whole = corrects == null ? written : written.correcting(corrects);
        CheckedDraft checked = CheckedDraft.of(whole, rules, texts);
        // It asks the status itself: somebody may be submitting it.
        if (!campaigns.rewrite(id, checked.draft(), checked.text(), author)) {
            throw new ConflictingState(
                    "Chiến dịch đang ở trạng thái " + campaign.status()
                            + ", chỉ sửa được bản nháp hoặc bản bị trả lại (only a draft or a rejected campaign can be changed)");
        }
        waves.removeAll(id);
        escalations.remove(id);
        CampaignDraft draft = checked.draft();
        draft.waves().forEach(plan -> waves.add(id, plan));
        if (draft.escalation() != null) {
            escalations.add(id, draft.escalation(), draft.waves().size());
        }
        audit.record(
                author, "CAMPAIGN_REVISED", "campaign " + id, checked.draft().name());
        return campaigns.get(id);
    }
}
