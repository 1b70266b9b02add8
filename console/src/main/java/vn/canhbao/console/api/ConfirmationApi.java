package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Escalation;
import vn.canhbao.core.campaign.Escalations;
import vn.canhbao.core.confirmation.Confirmation;
import vn.canhbao.core.confirmation.ConfirmationCounts;
import vn.canhbao.core.confirmation.ConfirmationFigures;
import vn.canhbao.core.confirmation.Confirmations;
import vn.canhbao.core.confirmation.PersonConfirmation;
import vn.canhbao.core.confirmation.UnitConfirmations;
import vn.canhbao.core.recipient.UnitTree;

/** Who answered a campaign, who did so late, who did not, and who could not be reached. */
@RestController
@RequestMapping("/api/v1/campaigns/{id}/confirmations")
class ConfirmationApi {

    private final Campaigns campaigns;
    private final Escalations escalations;
    private final ConfirmationFigures figures;
    private final Confirmations confirmations;
    private final UnitTree units;

    ConfirmationApi(
            Campaigns campaigns,
            Escalations escalations,
            ConfirmationFigures figures,
            Confirmations confirmations,
            UnitTree units) {
        this.campaigns = campaigns;
        this.escalations = escalations;
        this.figures = figures;
        this.confirmations = confirmations;
        this.units = units;
    }

    /** The units that lag most come first. */
    @GetMapping
    View ofCampaign(@PathVariable long id) {
        campaigns.get(id);
        var byUnit = figures.of(id);
        return new View(
                escalations.of(id).orElse(null), byUnit.total(), byUnit.units(), LocalTimes.of(byUnit.countedAt()));
    }

    /** One by one, with full numbers, so never for the supervising office; {@code unitId} means those below it too. */
    @GetMapping("/people")
    Page<Person> people(
            @PathVariable long id,
            @RequestParam(required = false) Confirmation state,
            @RequestParam(required = false) Long unitId,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        campaigns.get(id);
        List<Long> within = unitId == null ? List.of() : units.withSubUnits(List.of(unitId));
        return Page.of(
                unitId != null && within.isEmpty()
                        ? List.of()
                        : confirmations.people(id, state, within, after, limit + 1),
                limit,
                Person::of,
                last -> UriComponentsBuilder.fromPath("/api/v1/campaigns/" + id + "/confirmations/people")
                        .queryParamIfPresent("state", Optional.ofNullable(state))
                        .queryParamIfPresent("unitId", Optional.ofNullable(unitId))
                        .queryParam("after", last.msisdn())
                        .queryParam("limit", limit)
                        .build()
                        .toUriString());
    }

    /** @param escalation {@code null} where the campaign has none: then nobody is late */
    record View(
            Escalation escalation,
            ConfirmationCounts counts,
            List<UnitConfirmations> units,
            OffsetDateTime countedAt) {}

    record Person(String msisdn, String fullName, String unit, Confirmation state, OffsetDateTime acknowledgedAt) {

        static Person of(PersonConfirmation person) {
            return new Person(
                    person.msisdn(),
                    person.fullName(),
                    person.unit(),
                    person.state(),
                    LocalTimes.of(person.acknowledgedAt()));
        }
    }
}
