package vn.canhbao.console.api;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;
import vn.canhbao.console.security.UnitScope;
import vn.canhbao.core.campaign.Reminder;
import vn.canhbao.core.campaign.ReminderDesk;
import vn.canhbao.core.confirmation.Confirmation;
import vn.canhbao.core.confirmation.ConfirmationCounts;
import vn.canhbao.core.confirmation.LaggingUnit;
import vn.canhbao.core.confirmation.LaggingUnits;
import vn.canhbao.core.confirmation.PeopleShown;
import vn.canhbao.core.confirmation.PersonCursor;
import vn.canhbao.core.confirmation.UnitCampaign;
import vn.canhbao.core.confirmation.UnitPeople;
import vn.canhbao.core.confirmation.UnitPerson;
import vn.canhbao.core.confirmation.UnitTallies;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

/** What became of campaigns by unit, with the units below; a head gets their own unit's, and reminds its people. */
@RestController
@RequestMapping("/api/v1/units")
class UnitFiguresApi {

    private final UnitScope scope;
    private final UnitTallies tallies;
    private final UnitPeople people;
    private final ReminderDesk reminders;
    private final LaggingUnits lagging;

    UnitFiguresApi(
            UnitScope scope, UnitTallies tallies, UnitPeople people, ReminderDesk reminders, LaggingUnits lagging) {
        this.scope = scope;
        this.tallies = tallies;
        this.people = people;
        this.reminders = reminders;
        this.lagging = lagging;
    }

    /** Each unit's own people, those that lag most first; without {@code campaign} over all of the last 30 days. */
    @GetMapping("/lagging")
    Page<LaggingUnit> lagging(
            @RequestParam(required = false) Long campaign,
            @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        List<LaggingUnit> found = lagging.find(campaign, q).stream()
                .skip(Math.max(0, from))
                .limit(limit + 1L)
                .toList();
        return Page.of(
                found,
                limit,
                unit -> unit,
                last -> UriComponentsBuilder.fromPath("/api/v1/units/lagging")
                        .queryParamIfPresent("campaign", Optional.ofNullable(campaign))
                        .queryParamIfPresent("q", Optional.ofNullable(q))
                        .queryParam("from", Math.max(0, from) + limit)
                        .queryParam("limit", limit)
                        .encode()
                        .build()
                        .toUriString());
    }

    /** The newest first. */
    @GetMapping("/{id}/campaigns")
    Page<Figures> campaigns(
            @PathVariable long id,
            @RequestParam(required = false) Long before,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            Authentication caller) {
        Page.check(limit);
        return Page.of(
                tallies.campaigns(scope.seen(id, caller), before, limit + 1),
                limit,
                Figures::of,
                last -> "/api/v1/units/" + id + "/campaigns?before=" + last.campaignId() + "&limit=" + limit);
    }

    /** One by one; numbers as the role may see them. */
    @GetMapping("/{id}/people")
    Page<Person> people(
            @PathVariable long id,
            @RequestParam(required = false) Long campaign,
            @RequestParam(defaultValue = "MISSING") PeopleShown show,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            Authentication caller) {
        Page.check(limit);
        List<Long> within = scope.seen(id, caller);
        MaskedMsisdn mask = MaskedMsisdn.forRoles(Role.of(caller));
        return Page.of(
                people.page(required(campaign), within, show, PersonCursor.of(after), limit + 1),
                limit,
                person -> Person.of(person, mask),
                last -> "/api/v1/units/" + id + "/people?campaign=" + campaign + "&show=" + show + "&after="
                        + last.cursor() + "&limit=" + limit);
    }

    /** With the approved text, to whoever has not acknowledged; 409 with the time from which it is possible. */
    @PostMapping("/{id}/reminders")
    ResponseEntity<Reminder> remind(@PathVariable long id, @RequestBody ReminderInput input, Authentication head) {
        scope.seen(id, head);
        if (!scope.heads(id, head)) {
            throw new NotFound("Bạn không phải trưởng của đơn vị số " + id + " (you don't head unit " + id + ")");
        }
        long campaign = required(input.campaign());
        Reminder reminder = reminders.remind(campaign, id, head.getName());
        return ResponseEntity.created(URI.create("/api/v1/units/" + id + "/people?campaign=" + campaign))
                .body(reminder);
    }

    private static long required(Long campaign) {
        if (campaign == null) {
            throw InvalidInput.of("campaign", "cho biết chiến dịch nào (say which campaign)");
        }
        return campaign;
    }

    /** {@code {"campaign":12}}. */
    record ReminderInput(Long campaign) {}

    /** @param counts {@code null} where the campaign asks for no answer */
    record Figures(
            long campaignId,
            String name,
            OffsetDateTime sentAt,
            OffsetDateTime countedAt,
            long people,
            long delivered,
            ConfirmationCounts counts) {

        static Figures of(UnitCampaign campaign) {
            return new Figures(
                    campaign.campaignId(),
                    campaign.name(),
                    LocalTimes.of(campaign.sentAt()),
                    LocalTimes.of(campaign.countedAt()),
                    campaign.figures().people(),
                    campaign.figures().delivered(),
                    campaign.asksForAnswer() ? campaign.figures().counts() : null);
        }
    }

    record Person(
            String msisdn,
            String fullName,
            String unit,
            Confirmation state,
            boolean delivered,
            OffsetDateTime acknowledgedAt) {

        static Person of(UnitPerson person, MaskedMsisdn mask) {
            return new Person(
                    mask.show(person.msisdn()),
                    person.fullName(),
                    person.unit(),
                    person.state(),
                    person.delivered(),
                    LocalTimes.of(person.acknowledgedAt()));
        }
    }
}
