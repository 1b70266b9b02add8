package vn.canhbao.console.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.console.api.CampaignReader;
import vn.canhbao.console.api.CampaignView;
import vn.canhbao.console.estimate.Timetable;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignContent;
import vn.canhbao.core.campaign.CampaignPreviews;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.LimitOverride;
import vn.canhbao.core.campaign.LimitOverrides;
import vn.canhbao.core.campaign.SendingHours;
import vn.canhbao.core.campaign.Submissions;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.scheduler.estimate.RecipientPreview;
import vn.canhbao.scheduler.estimate.RecipientPreviews;
import vn.canhbao.scheduler.testsend.TestNumbers;
import vn.canhbao.scheduler.testsend.TestSends;
import vn.canhbao.templates.library.TemplatedTexts;
import vn.canhbao.templates.library.Templates;

/** Everything on which it is decided whether a campaign goes out, on one page. */
@Component
class CampaignReview {

    private static final int PERSONS = 3;

    private final CampaignReader reader;
    private final Campaigns campaigns;
    private final Waves waves;
    private final CampaignPreviews previews;
    private final RecipientPreviews recipients;
    private final Submissions submissions;
    private final LimitOverrides overrides;
    private final Templates templates;
    private final TemplatedTexts texts;
    private final SendingHours hours;
    private final Operators operators;
    private final TestSends testSends;
    private final TestNumbers testNumbers;
    private final Clock clock;

    CampaignReview(
            CampaignReader reader,
            Campaigns campaigns,
            Waves waves,
            CampaignPreviews previews,
            RecipientPreviews recipients,
            Submissions submissions,
            LimitOverrides overrides,
            Templates templates,
            TemplatedTexts texts,
            SendingHours hours,
            Operators operators,
            TestSends testSends,
            TestNumbers testNumbers,
            Clock clock) {
        this.reader = reader;
        this.campaigns = campaigns;
        this.waves = waves;
        this.previews = previews;
        this.recipients = recipients;
        this.submissions = submissions;
        this.overrides = overrides;
        this.templates = templates;
        this.texts = texts;
        this.hours = hours;
        this.operators = operators;
        this.testSends = testSends;
        this.testNumbers = testNumbers;
        this.clock = clock;
    }

    enum Purpose {
        SUBMIT,
        APPROVE
    }

    /** One field of a rejected campaign beside what it is now. */
    record Change(String field, TextDiff diff) {}

    ModelAndView page(long id, Purpose purpose, String person, List<FieldProblem> problems) {
        Campaign campaign = campaigns.get(id);
        // Before it is sent there is nothing to count, and afterwards nobody looks here for it.
        CampaignView view = reader.view(id, Tallies.NONE);
        ModelAndView page =
                new ModelAndView("campaign-review", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("purpose", purpose);
        page.addObject("campaign", view);
        page.addObject("own", isOwn(campaign, person));
        page.addObject("revisers", campaigns.revisers(id));
        page.addObject("preview", previews.bounded(id));
        page.addObject("decided", submissions.current(id));
        page.addObject("validityHours", WaveForm.hours(campaign.validity()));
        page.addObject("persons", persons(id));
        page.addObject("operatorNames", operators.displayNames());
        page.addObject("slots", slots(campaign));
        page.addObject("window", hours.enforced() ? hours.window(campaign.messageClass()) : null);
        page.addObject("findings", texts.findings(campaign.text(), campaign.textForm(), campaign.senderId()));
        page.addObject("registered", registered(campaign).orElse(null));
        Optional<Submissions.Rejection> rejection = submissions.lastRejection(id);
        page.addObject("rejection", rejection.orElse(null));
        page.addObject("changed", rejection.map(last -> changes(last, id)).orElse(null));
        page.addObject("override", LimitOverride.NONE);
        Long corrects = campaign.handling().correctsId();
        page.addObject("firstOverride", corrects == null ? LimitOverride.NONE : overrides.of(corrects));
        page.addObject("rejecting", false);
        page.addObject("testSends", testSends.of(id));
        page.addObject("testNumbers", testNumbers.allowed());
        page.addObject("errors", problems.isEmpty() ? null : problems);
        page.addObject(
                "problemOf",
                problems.stream()
                        .collect(Collectors.toMap(
                                FieldProblem::field, FieldProblem::message, (one, other) -> one + "; " + other)));
        return page;
    }

    private boolean isOwn(Campaign campaign, String person) {
        return person.equals(campaign.createdBy())
                || person.equals(campaign.submittedBy())
                || campaigns.revisers(campaign.id()).contains(person);
    }

    private List<RecipientPreview> persons(long id) {
        List<RecipientPreview> found = new ArrayList<>();
        long after = 0;
        while (found.size() < PERSONS) {
            Optional<RecipientPreview> next = recipients.after(id, after);
            if (next.isEmpty()) {
                break;
            }
            found.add(next.get());
            after = next.get().recipientId();
        }
        return found;
    }

    // How long a wave takes is in the estimate, which is counted beside.
    private List<Timetable.Slot> slots(Campaign campaign) {
        List<Wave> planned = waves.ofCampaign(campaign.id());
        return new Timetable(hours.of(campaign), campaign.validity(), clock)
                .of(planned.stream().map(Wave::plan).toList(), Collections.nCopies(planned.size(), Duration.ZERO));
    }

    private Optional<TextDiff> registered(Campaign campaign) {
        return campaigns
                .templateVersion(campaign.id())
                .map(version ->
                        templates.version(campaign.templateId(), version).text(campaign.textForm()))
                .map(text -> TextDiff.between(text, campaign.text()));
    }

    /** {@code null} where it is not known what was rejected. */
    private List<Change> changes(Submissions.Rejection rejection, long id) {
        if (rejection.content() == null) {
            return null;
        }
        Map<String, String> before = rejection.content().fields();
        CampaignContent now = submissions.current(id);
        return now.fields().entrySet().stream()
                .filter(field -> !field.getValue().equals(before.getOrDefault(field.getKey(), "")))
                .map(field -> new Change(
                        field.getKey(), TextDiff.between(before.getOrDefault(field.getKey(), ""), field.getValue())))
                .toList();
    }
}
