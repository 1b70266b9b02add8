package vn.canhbao.console.web.lists;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.confirmation.Confirmation;
import vn.canhbao.core.confirmation.PeopleShown;
import vn.canhbao.templates.library.VersionStatus;

/** Every list of the pages as a file: the page's own address with {@code .xlsx} or {@code .csv} at its end, and its search. */
@Controller
class ListDownloads {

    private final CampaignLists campaigns;
    private final PeopleLists people;
    private final ConfirmationLists confirmations;
    private final TrailLists trails;
    private final UnitPeopleList unitPeople;
    private final OversightLists oversight;
    private final ListFiles files;

    ListDownloads(
            CampaignLists campaigns,
            PeopleLists people,
            ConfirmationLists confirmations,
            TrailLists trails,
            UnitPeopleList unitPeople,
            OversightLists oversight,
            ListFiles files) {
        this.campaigns = campaigns;
        this.people = people;
        this.confirmations = confirmations;
        this.trails = trails;
        this.unitPeople = unitPeople;
        this.oversight = oversight;
        this.files = files;
    }

    @GetMapping({"/campaigns.xlsx", "/campaigns.csv"})
    void campaigns(HttpServletRequest request, HttpServletResponse response) throws IOException {
        files.send(campaigns.campaigns(), request, response);
    }

    @GetMapping({"/templates.xlsx", "/templates.csv"})
    void templates(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(required = false) VersionStatus status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.send(campaigns.templates(q, topic, status), request, response);
    }

    @GetMapping({"/broadcasts.xlsx", "/broadcasts.csv"})
    void broadcasts(HttpServletRequest request, HttpServletResponse response) throws IOException {
        files.send(campaigns.broadcasts(), request, response);
    }

    @GetMapping({"/recipients.xlsx", "/recipients.csv"})
    void recipients(
            @RequestParam(defaultValue = "") String q,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.send(people.recipients(q, numbers(person)), request, response);
    }

    @GetMapping({"/suppressions.xlsx", "/suppressions.csv"})
    void suppressions(
            @RequestParam(defaultValue = "") String number,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.send(people.suppressions(number, numbers(person)), request, response);
    }

    @GetMapping({"/units.xlsx", "/units.csv"})
    void units(Authentication person, HttpServletRequest request, HttpServletResponse response) throws IOException {
        files.send(people.units(numbers(person)), request, response);
    }

    @GetMapping({"/statistics/unreached.xlsx", "/statistics/unreached.csv"})
    void unreached(
            @RequestParam(defaultValue = "10") int campaigns,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.send(people.unreached(campaigns, numbers(person)), request, response);
    }

    @GetMapping({"/campaigns/{id}/confirmations.xlsx", "/campaigns/{id}/confirmations.csv"})
    void confirmations(@PathVariable long id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        files.send(confirmations.byUnit(id), request, response);
    }

    @GetMapping({"/campaigns/{id}/confirmations/people.xlsx", "/campaigns/{id}/confirmations/people.csv"})
    void people(
            @PathVariable long id,
            @RequestParam(required = false) Confirmation state,
            @RequestParam(required = false) Long unitId,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.send(confirmations.byPerson(id, state, unitId, numbers(person)), request, response);
    }

    @GetMapping({"/lagging-units.xlsx", "/lagging-units.csv"})
    void lagging(
            @RequestParam(required = false) Long campaign,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.send(confirmations.lagging(campaign, q), request, response);
    }

    @GetMapping({"/inbound.xlsx", "/inbound.csv"})
    void inbound(Authentication person, HttpServletRequest request, HttpServletResponse response) throws IOException {
        files.send(trails.inbound(numbers(person)), request, response);
    }

    @GetMapping({"/audit.xlsx", "/audit.csv"})
    void audit(AuditQuery query, Authentication person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        files.send(trails.audit(query, numbers(person)), request, response);
    }

    @GetMapping({"/units/{id}/people.xlsx", "/units/{id}/people.csv"})
    void unitPeople(
            @PathVariable long id,
            @RequestParam long campaign,
            @RequestParam(required = false) PeopleShown show,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.send(unitPeople.of(id, campaign, show, person, numbers(person)), request, response);
    }

    @GetMapping({"/data-requests.xlsx", "/data-requests.csv"})
    void dataRequests(HttpServletRequest request, HttpServletResponse response) throws IOException {
        files.send(oversight.dataRequests(), request, response);
    }

    @GetMapping({"/retention.xlsx", "/retention.csv"})
    void retention(HttpServletRequest request, HttpServletResponse response) throws IOException {
        files.send(oversight.retention(), request, response);
    }

    @GetMapping({"/statistics/checks/{id}.xlsx", "/statistics/checks/{id}.csv"})
    void differences(@PathVariable long id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        files.send(oversight.differences(id), request, response);
    }

    private static MaskedMsisdn numbers(Authentication person) {
        return MaskedMsisdn.forRoles(Role.of(person));
    }
}
