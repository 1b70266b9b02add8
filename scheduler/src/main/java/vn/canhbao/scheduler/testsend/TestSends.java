package vn.canhbao.scheduler.testsend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.Messages;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.scheduler.prepare.SampleText;

/**
 * Sends a campaign's text to a few of the office's own phones before anybody approves it: exactly as it would go out, over
 * the same links, so that length, letters and sender name on the screen are true. Each is a small campaign of its own that
 * stands in no list and in no figures.
 */
@Component
public class TestSends {

    private static final Duration VALIDITY = Duration.ofHours(1);
    // Not somebody in the recipients: nobody's history, caps or answers.
    private static final long NO_RECIPIENT = 0;
    private static final int SHOWN = 20;
    private static final Set<CampaignStatus> BEFORE_APPROVAL =
            Set.of(CampaignStatus.DRAFT, CampaignStatus.SUBMITTED, CampaignStatus.REJECTED);

    private final Campaigns campaigns;
    private final Waves waves;
    private final TestNumbers numbers;
    private final SampleText sample;
    private final PreparedMessages prepared;
    private final Messages messages;
    private final Operators operators;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    TestSends(
            Campaigns campaigns,
            Waves waves,
            TestNumbers numbers,
            SampleText sample,
            PreparedMessages prepared,
            Messages messages,
            Operators operators,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.numbers = numbers;
        this.sample = sample;
        this.prepared = prepared;
        this.messages = messages;
        this.operators = operators;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Queues it; what becomes of it is seen in {@link #of}. */
    @Transactional
    public TestSend send(long campaignId, List<String> to, String actor) {
        Campaign campaign = campaigns.get(campaignId);
        if (!BEFORE_APPROVAL.contains(campaign.status())) {
            throw new ConflictingState("Chỉ gửi thử trước khi duyệt; chiến dịch đang ở trạng thái " + campaign.status()
                    + " (test sends are for campaigns that are not approved yet)");
        }
        List<String> digits = numbers.checked(to);
        Instant now = clock.instant();
        long test = addCampaign(campaign, actor, now);
        long wave = waves.addRunning(test, now.plus(VALIDITY));
        SmsText text = sample.of(campaign);
        Map<String, String> operatorOf = operators.of(digits);
        prepared.add(digits.stream()
                .map(msisdn -> new PreparedMessage(
                        wave,
                        test,
                        NO_RECIPIENT,
                        msisdn,
                        operatorOf.get(msisdn),
                        campaign.senderId(),
                        text.text(),
                        text.segments().size(),
                        MessageStatus.READY,
                        now.plus(VALIDITY),
                        null))
                .toList());
        audit.record(actor, "TEST_SENT", "campaign " + campaignId, digits.size() + " numbers, as campaign " + test);
        return new TestSend(test, actor, now, messages.page(test, null, null, digits.size()));
    }

    /** The latest of a campaign, newest first. */
    public List<TestSend> of(long campaignId) {
        campaigns.get(campaignId);
        return jdbc
                .sql("SELECT id, created_by, created_at FROM campaign WHERE test_of = ? ORDER BY id DESC LIMIT ?")
                .params(campaignId, SHOWN)
                .query((row, n) -> new TestSend(
                        row.getLong("id"), row.getString("created_by"), Utc.instant(row, "created_at"), List.of()))
                .list()
                .stream()
                .map(send -> new TestSend(
                        send.id(),
                        send.sentBy(),
                        send.sentAt(),
                        messages.page(send.id(), null, null, Integer.MAX_VALUE)))
                .toList();
    }

    // Urgent, and without a window: somebody stands there with the phone in hand.
    private long addCampaign(Campaign of, String actor, Instant now) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO campaign (name, message_class, text, text_form, source, sender_id, validity_seconds,
                            unanswered_policy, status, created_by, created_at, urgent, exercise, test_of)
                        SELECT CONCAT('Gửi thử ', id), message_class, text, text_form, source, sender_id, ?,
                            'KEEP', 'RUNNING', ?, ?, TRUE, exercise, id
                        FROM campaign WHERE id = ?
                        """)
                .params(VALIDITY.toSeconds(), actor, Utc.column(now), of.id())
                .update(key, "id");
        long id = key.getKey().longValue();
        jdbc.sql("""
                        INSERT INTO limit_override (campaign_id, windows, caps, reason, granted_by, granted_at)
                        VALUES (?, TRUE, TRUE, 'gửi thử tới số của cơ quan (test send)', ?, ?)
                        """).params(id, actor, Utc.column(now)).update();
        return id;
    }
}
