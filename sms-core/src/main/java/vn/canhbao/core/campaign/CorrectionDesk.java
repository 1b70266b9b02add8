package vn.canhbao.core.campaign;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.problem.ConflictingState;

/**
 * Drafts a correction of a campaign: a campaign like any other, with the same approval, to exactly those who may have
 * received the first. Who they are is looked up again when it is prepared: the first may still be running.
 */
@Component
@Transactional
public class CorrectionDesk {

    private static final int LONGEST_NAME = 200;

    private final Campaigns campaigns;
    private final CampaignDesk desk;

    CorrectionDesk(Campaigns campaigns, CampaignDesk desk) {
        this.campaigns = campaigns;
        this.desk = desk;
    }

    public Campaign draft(long corrected, Correction correction, String author) {
        Campaign first = campaigns.get(corrected);
        if (first.status() == CampaignStatus.DRAFT
                || first.status() == CampaignStatus.SUBMITTED
                || first.status() == CampaignStatus.REJECTED) {
            throw new ConflictingState("Chiến dịch chưa gửi: sửa hoặc hủy bản nháp, không cần đính chính"
                    + " (the campaign was never sent: cancel the draft instead)");
        }
        String name = Objects.requireNonNullElse(correction.name(), "Đính chính: " + first.name());
        return desk.draft(
                new CampaignDraft(
                                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                                first.messageClass(),
                                correction.text(),
                                null,
                                Objects.requireNonNullElse(correction.textForm(), first.textForm()),
                                Objects.requireNonNullElse(correction.source(), first.source()),
                                first.senderId(),
                                Audience.whoMayHaveReceived(corrected),
                                List.of(WavePlan.now()),
                                Objects.requireNonNullElse(correction.validity(), first.validity()),
                                first.unansweredPolicy())
                        // An exercise stays one: its recipients never got anything.
                        .treatedAs(new Handling(
                                Objects.requireNonNullElse(correction.urgent(), true),
                                first.handling().exercise(),
                                corrected)),
                author);
    }
}
