package vn.canhbao.console.web.lists;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.UnitScope;
import vn.canhbao.core.confirmation.PeopleShown;
import vn.canhbao.core.confirmation.PersonCursor;
import vn.canhbao.core.confirmation.UnitCampaign;
import vn.canhbao.core.confirmation.UnitPeople;
import vn.canhbao.core.confirmation.UnitPerson;
import vn.canhbao.core.confirmation.UnitTallies;
import vn.canhbao.core.recipient.UnitDesk;
import vn.canhbao.report.table.PagedTable;
import vn.canhbao.report.table.PagedTable.Column;

/** Where the people of a unit stand with a campaign; for its head, and for whoever works on campaigns. */
@Component
class UnitPeopleList {

    private final UnitScope scope;
    private final UnitDesk units;
    private final UnitTallies tallies;
    private final UnitPeople people;
    private final PageWords words;

    UnitPeopleList(UnitScope scope, UnitDesk units, UnitTallies tallies, UnitPeople people, PageWords words) {
        this.scope = scope;
        this.units = units;
        this.tallies = tallies;
        this.people = people;
        this.words = words;
    }

    /** @param asked whom, or {@code null} for those whom the page shows first */
    ListFile of(long unit, long campaign, PeopleShown asked, Authentication viewer, MaskedMsisdn numbers) {
        List<Long> within = scope.seen(unit, viewer);
        UnitCampaign figures = tallies.addressed(campaign, within);
        PeopleShown shown = figures.shown(asked);
        List<Column<UnitPerson>> columns = List.of(
                words.column("recipient.name", 28, UnitPerson::fullName),
                words.column("recipient.number", 14, one -> numbers.show(one.msisdn())),
                words.column("recipient.unit", 34, UnitPerson::unit),
                words.column(
                        "unitFigures.delivered",
                        12,
                        one -> words.of(one.delivered() ? "unitFigures.yes" : "unitFigures.notYet")),
                words.column(
                        "unitFigures.confirmed",
                        20,
                        one -> figures.asksForAnswer() ? words.of("confirmation", one.state()) : null),
                words.column("escalation.at", 22, UnitPerson::acknowledgedAt));
        return ListFile.of(
                        "people of a unit",
                        new PagedTable<>(
                                units.get(unit).name(),
                                columns,
                                (last, limit) -> people.page(
                                        campaign,
                                        within,
                                        shown,
                                        last == null ? PersonCursor.of(null) : last.cursor(),
                                        limit)))
                .by("unit", unit)
                .by("campaign", campaign)
                .by("show", shown);
    }
}
