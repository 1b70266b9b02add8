package vn.canhbao.core.campaign;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.fault.Fault;
import vn.canhbao.core.fault.Faults;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotAllowed;

/**
 * Sends a campaign's text again to people whose message failed, as a wave of its own. That is within what was approved (the
 * same text, people of the same audience, once each), so it needs no second approval; to send again what was refused for good
 * needs another person than who wrote or submitted the campaign. Windows, suppressions and caps bind as for every wave.
 */
@Component
@Transactional
public class RetryDesk {

    private static final int LONGEST_REASONS = 2_000;

    private final Campaigns campaigns;
    private final Waves waves;
    private final Retries retries;
    private final Faults faults;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    RetryDesk(
            Campaigns campaigns,
            Waves waves,
            Retries retries,
            Faults faults,
            AuditTrail audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.retries = retries;
        this.faults = faults;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** How many people would be sent to. */
    @Transactional(readOnly = true)
    public long people(long campaignId, Collection<Fault> reasons, String operator) {
        campaigns.get(campaignId);
        return faults.recipients(campaignId, reasons, operator).size();
    }

    /**
     * Orders it.
     *
     * @param operator only people of one operator, or {@code null}
     * @param people how many the person agreed to: where it is another number by now, nothing is sent
     */
    public Wave order(long campaignId, Collection<Fault> reasons, String operator, long people, String actor) {
        // Two who order at once must not choose the same people.
        jdbc.sql("SELECT id FROM campaign WHERE id = ? FOR UPDATE")
                .param(campaignId)
                .query(Long.class)
                .optional();
        Campaign campaign = campaigns.get(campaignId);
        checkState(campaign);
        checkReasons(campaign, reasons, actor);
        List<Long> recipients = faults.recipients(campaignId, reasons, operator);
        if (recipients.size() != people) {
            throw new ConflictingState("Bây giờ là " + recipients.size() + " người, không phải " + people
                    + ": xem lại rồi xác nhận lần nữa (the number of people has changed: look and confirm again)");
        }
        if (recipients.isEmpty()) {
            throw InvalidInput.of(
                    "faults", "không còn ai cần gửi lại vì các lý do này (nobody is left for these reasons)");
        }
        campaigns.reopen(campaignId);
        long wave = waves.add(campaignId, WavePlan.now());
        String codes = reasons.stream().map(Fault::code).sorted().collect(Collectors.joining(" "));
        retries.add(wave, recipients, shortened(codes), actor);
        audit.record(
                actor,
                "FAILED_SENT_AGAIN",
                "campaign " + campaignId,
                shortened("wave " + wave + ": " + recipients.size() + " people, " + codes));
        events.publishEvent(new CampaignApproved(campaignId));
        return waves.get(wave);
    }

    private static void checkState(Campaign campaign) {
        switch (campaign.status()) {
            case APPROVED, RUNNING, FINISHED -> {
                if (campaign.automatic()) {
                    throw new ConflictingState(
                            "Tin trả lời tự động không gửi lại (automatic replies are not sent again)");
                }
            }
            case PAUSED ->
                throw new ConflictingState("Chiến dịch đang tạm dừng: gửi tiếp trước, rồi gửi lại tin hỏng"
                        + " (the campaign is paused: resume it first)");
            case DRAFT, SUBMITTED, REJECTED, CANCELLED ->
                throw new ConflictingState("Chiến dịch ở trạng thái " + campaign.status()
                        + " không có gì để gửi lại (nothing to send again in this state)");
        }
    }

    private static void checkReasons(Campaign campaign, Collection<Fault> reasons, String actor) {
        if (reasons.isEmpty()) {
            throw InvalidInput.of("faults", "chọn ít nhất một lý do (choose at least one reason)");
        }
        boolean wroteIt = actor.equals(campaign.createdBy()) || actor.equals(campaign.submittedBy());
        if (wroteIt && reasons.stream().anyMatch(Fault::isPermanent)) {
            throw new NotAllowed(
                    "Nhà mạng đã từ chối hẳn các số này: nhờ một người khác, không phải người soạn hoặc trình,"
                            + " xác nhận gửi lại (these were refused for good: another person than the author must order it)");
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REASONS ? text : text.substring(0, LONGEST_REASONS);
    }
}
