package vn.canhbao.scheduler.prepare;

import java.util.List;
import java.util.Map;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Escalation;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.operator.Operators;

/**
 * Makes the messages of blocks of recipients: text, segments, operator. Everybody gets one, so that the totals add up: an
 * excluded number's is SUPPRESSED, one whose text can't be sent is FAILED, each with its reason.
 */
public class MessageMaker {

    private final Campaign campaign;
    private final Wave wave;
    private final Exclusions exclusions;
    private final Operators operators;
    private final PersonalText text;

    MessageMaker(Campaign campaign, Wave wave, Exclusions exclusions, Operators operators, int mostSegments) {
        this.campaign = campaign;
        this.wave = wave;
        this.exclusions = exclusions;
        this.operators = operators;
        String written = wave.reminder() ? Escalation.reminder(campaign.text()) : campaign.text();
        text = new PersonalText(written, campaign.textForm(), mostSegments);
    }

    /** One for each of them, in their order. */
    public List<PreparedMessage> messages(List<Member> members) {
        Map<String, String> excluded = exclusions.among(campaign, wave, members);
        Map<String, String> operatorOf =
                operators.of(members.stream().map(Member::msisdn).toList());
        return members.stream()
                .map(member -> message(member, operatorOf.get(member.msisdn()), excluded.get(member.msisdn())))
                .toList();
    }

    private PreparedMessage message(Member member, String operator, String excludedBecause) {
        PersonalText.Made made = text.of(member);
        MessageStatus status = excludedBecause != null
                ? MessageStatus.SUPPRESSED
                : made.problem() != null ? MessageStatus.FAILED : MessageStatus.READY;
        return new PreparedMessage(
                wave.id(),
                campaign.id(),
                member.recipientId(),
                member.msisdn(),
                operator,
                campaign.senderId(),
                made.sms().text(),
                made.sms().segments().size(),
                status,
                wave.expiresAt(),
                excludedBecause != null ? excludedBecause : made.problem());
    }
}
