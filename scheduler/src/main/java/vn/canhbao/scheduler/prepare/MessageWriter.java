package vn.canhbao.scheduler.prepare;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.core.text.Unaccented;
import vn.canhbao.templates.TemplateText;

/** Makes the messages of a chunk of recipients: text, segments, operator; an excluded number gets none, on the record. */
class MessageWriter implements ItemWriter<Member> {

    private final Campaign campaign;
    private final Wave wave;
    private final Exclusions exclusions;
    private final Operators operators;
    private final PreparedMessages messages;
    private final MeterRegistry meters;
    private final TemplateText template;
    // A text without placeholders is the same for all: normalised and counted once.
    private final SmsText fixed;

    MessageWriter(
            Campaign campaign,
            Wave wave,
            Exclusions exclusions,
            Operators operators,
            PreparedMessages messages,
            MeterRegistry meters) {
        this.campaign = campaign;
        this.wave = wave;
        this.exclusions = exclusions;
        this.operators = operators;
        this.messages = messages;
        this.meters = meters;
        template = new TemplateText(campaign.text());
        fixed = template.isFixed() ? sms(campaign.text()) : null;
    }

    @Override
    public void write(Chunk<? extends Member> chunk) {
        List<String> numbers = chunk.getItems().stream().map(Member::msisdn).toList();
        Map<String, String> excluded = exclusions.among(campaign, wave, List.copyOf(chunk.getItems()));
        Map<String, String> operatorOf = operators.of(numbers);
        messages.add(chunk.getItems().stream()
                .map(member -> message(member, operatorOf.get(member.msisdn()), excluded.get(member.msisdn())))
                .toList());
        meters.counter("canhbao.prepare.messages").increment(chunk.size());
    }

    private PreparedMessage message(Member member, String operator, String excludedBecause) {
        SmsText text = fixed != null ? fixed : sms(template.render(values(member)));
        return new PreparedMessage(
                wave.id(),
                campaign.id(),
                member.recipientId(),
                member.msisdn(),
                operator,
                campaign.senderId(),
                text.text(),
                text.segments().size(),
                excludedBecause == null ? MessageStatus.READY : MessageStatus.SUPPRESSED,
                wave.expiresAt(),
                excludedBecause);
    }

    private SmsText sms(String text) {
        return SmsText.of(campaign.textForm() == TextForm.UNACCENTED ? Unaccented.of(text) : text);
    }

    private static Map<String, String> values(Member member) {
        return Map.of("full_name", member.fullName(), "unit", member.unit() == null ? "" : member.unit());
    }
}
