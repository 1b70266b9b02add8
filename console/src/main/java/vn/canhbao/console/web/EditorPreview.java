package vn.canhbao.console.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.canhbao.console.estimate.QuickEstimate;
import vn.canhbao.console.estimate.Timetable;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.calendar.Holiday;
import vn.canhbao.core.calendar.Holidays;
import vn.canhbao.core.calendar.SendingWindow;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.AudiencePreview;
import vn.canhbao.core.campaign.AudienceRules;
import vn.canhbao.core.campaign.AudienceSize;
import vn.canhbao.core.campaign.BoundedAudiences;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Narrowing;
import vn.canhbao.core.campaign.SendingHours;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.scheduler.prepare.SampleText;
import vn.canhbao.templates.lint.Finding;

/** A campaign that is being written, as it would go out: nothing is stored, and nothing in it need be right yet. */
@Component
class EditorPreview {

    private static final Member NOBODY = new Member(0, "", "{{full_name}}", "{{unit}}", null);

    private final TemplateChoice templates;
    private final SampleText samples;
    private final AudienceRules rules;
    private final BoundedAudiences audiences;
    private final Campaigns campaigns;
    private final Operators operators;
    private final QuickEstimate estimates;
    private final SendingHours hours;
    private final Holidays holidays;
    private final Clock clock;

    EditorPreview(
            TemplateChoice templates,
            SampleText samples,
            AudienceRules rules,
            BoundedAudiences audiences,
            Campaigns campaigns,
            Operators operators,
            QuickEstimate estimates,
            SendingHours hours,
            Holidays holidays,
            Clock clock) {
        this.templates = templates;
        this.samples = samples;
        this.rules = rules;
        this.audiences = audiences;
        this.campaigns = campaigns;
        this.operators = operators;
        this.estimates = estimates;
        this.hours = hours;
        this.holidays = holidays;
        this.clock = clock;
    }

    /**
     * The message as one person gets it.
     *
     * @param person whose it is, or {@code null}: nobody is chosen yet
     * @param sent the form that is sent
     * @param other the one that is not
     * @param problem why that person can't get it, or {@code null}
     */
    record Message(
            String senderId,
            boolean exercise,
            Member person,
            TextForm form,
            TextPreview sent,
            TextPreview other,
            String problem,
            List<Finding> findings) {

        public boolean isBlank() {
            return sent.sms().text().isBlank();
        }

        public TextPreview in(TextForm wanted) {
            return wanted == form ? sent : other;
        }
    }

    Message message(CampaignForm form, AudienceForm who, Map<String, String> values, Long campaignId, long after) {
        TemplateChoice.Written written = templates.written(form, values);
        Optional<Member> person = person(form, who, campaignId, after);
        SampleText.Sample accented = samples.sample(written.accented(), TextForm.ACCENTED, person.orElse(NOBODY));
        SampleText.Sample unaccented = samples.sample(written.unaccented(), TextForm.UNACCENTED, person.orElse(NOBODY));
        boolean plain = form.textForm() == TextForm.UNACCENTED;
        SampleText.Sample sent = plain ? unaccented : accented;
        SampleText.Sample other = plain ? accented : unaccented;
        return new Message(
                form.senderId(),
                form.exercise(),
                person.orElse(null),
                form.textForm(),
                TextPreview.of(sent.sms()),
                TextPreview.of(other.sms()),
                person.isEmpty() ? null : sent.problem(),
                written.findings());
    }

    private Optional<Member> person(CampaignForm form, AudienceForm who, Long campaignId, long after) {
        Audience audience = audience(form, who, campaignId);
        return rules.problems(audience).isEmpty()
                ? samples.person(audience, after).or(() -> samples.person(audience, 0))
                : Optional.empty();
    }

    /**
     * Whom it reaches, when, and what that costs.
     *
     * @param counts {@code null} for more people than are counted while somebody waits
     * @param slots {@code null} where a wave's time is not filled in yet
     * @param estimate {@code null} as {@code counts}
     * @param followers waves that go to whom the first ones leave: {@code estimate} is without them
     */
    record Sending(
            AudienceSize size,
            AudiencePreview counts,
            Map<String, String> operatorNames,
            SendingWindow window,
            List<Timetable.Slot> slots,
            List<FieldProblem> problems,
            QuickEstimate.Of estimate,
            boolean followers,
            Holiday nextHoliday) {}

    Sending sending(CampaignForm form, AudienceForm who, Map<String, String> values, Long campaignId) {
        Audience audience = audience(form, who, campaignId);
        boolean known = rules.problems(audience).isEmpty();
        AudienceSize size = known ? audiences.size(audience) : new AudienceSize(0, false);
        AudiencePreview counts = size.more() || size.people() == 0 ? null : audiences.preview(audience);
        int segments = message(form, who, values, campaignId, 0)
                .sent()
                .sms()
                .segments()
                .size();
        QuickEstimate.Of estimate =
                counts == null ? null : estimates.of(counts.byOperator(), segments, form.exercise());
        List<WavePlan> plans = List.of();
        List<FieldProblem> problems = List.of();
        try {
            plans = form.plans(place -> Narrowing.NONE);
        } catch (InvalidInput unfinished) {
            problems = unfinished.problems();
        }
        Duration work = estimate == null ? Duration.ZERO : estimate.sending();
        List<Timetable.Slot> slots = problems.isEmpty()
                ? new Timetable(hours.of(form.messageClass()), form.validity(), clock)
                        .of(plans, Collections.nCopies(plans.size(), work))
                : null;
        return new Sending(
                size,
                counts,
                operators.displayNames(),
                hours.enforced() ? hours.window(form.messageClass()) : null,
                slots,
                problems,
                estimate,
                plans.size() > 1,
                nextHoliday());
    }

    // Where it corrects a campaign, to whom it goes is not the author's choice.
    private Audience audience(CampaignForm form, AudienceForm who, Long campaignId) {
        Long corrects =
                campaignId == null ? null : campaigns.get(campaignId).handling().correctsId();
        return corrects == null ? rules.resolved(form.audience(who)) : Audience.whoMayHaveReceived(corrects);
    }

    private Holiday nextHoliday() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL);
        return holidays.nextDayOff(today).orElse(null);
    }
}
