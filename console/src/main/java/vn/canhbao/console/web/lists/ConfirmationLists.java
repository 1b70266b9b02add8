package vn.canhbao.console.web.lists;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.confirmation.Confirmation;
import vn.canhbao.core.confirmation.ConfirmationCounts;
import vn.canhbao.core.confirmation.ConfirmationFigures;
import vn.canhbao.core.confirmation.Confirmations;
import vn.canhbao.core.confirmation.LaggingUnit;
import vn.canhbao.core.confirmation.LaggingUnits;
import vn.canhbao.core.confirmation.PersonConfirmation;
import vn.canhbao.core.confirmation.UnitConfirmations;
import vn.canhbao.core.recipient.UnitTree;
import vn.canhbao.report.table.PagedTable;
import vn.canhbao.report.table.PagedTable.Column;
import vn.canhbao.report.table.PagedTable.Pages;

/** Who answered: a campaign by unit and by person, and the units that lag. */
@Component
class ConfirmationLists {

    private static final double PERCENT = 100;

    private final Campaigns campaigns;
    private final ConfirmationFigures figures;
    private final Confirmations confirmations;
    private final UnitTree tree;
    private final LaggingUnits lagging;
    private final PageWords words;

    ConfirmationLists(
            Campaigns campaigns,
            ConfirmationFigures figures,
            Confirmations confirmations,
            UnitTree tree,
            LaggingUnits lagging,
            PageWords words) {
        this.campaigns = campaigns;
        this.figures = figures;
        this.confirmations = confirmations;
        this.tree = tree;
        this.lagging = lagging;
        this.words = words;
    }

    /** Each unit, and all of them together in the last row. */
    ListFile byUnit(long campaign) {
        campaigns.get(campaign);
        ConfirmationFigures.Figures counted = figures.of(campaign);
        List<UnitConfirmations> rows = new ArrayList<>(counted.units());
        if (!rows.isEmpty()) {
            rows.add(new UnitConfirmations(null, words.of("tally.total"), counted.total()));
        }
        List<Column<UnitConfirmations>> columns = List.of(
                words.column("unit.name", 34, row -> row.unit() == null ? words.of("audience.noUnit") : row.unit()),
                words.column("escalation.people", 10, row -> row.counts().people()),
                words.column("confirmation.CONFIRMED", 12, row -> row.counts().confirmed()),
                words.column("confirmation.LATE", 12, row -> row.counts().late()),
                words.column(
                        "confirmation.NOT_CONFIRMED", 12, row -> row.counts().notConfirmed()),
                words.column("confirmation.UNREACHABLE", 12, row -> row.counts().unreachable()),
                words.percent("escalation.share", row -> missing(row.counts())));
        return ListFile.of(
                        "confirmations",
                        new PagedTable<>(
                                words.of("downloads.confirmations", Long.toString(campaign)), columns, Pages.of(rows)))
                .by("campaign", campaign);
    }

    private static int missing(ConfirmationCounts counts) {
        return (int) Math.rint(counts.missing() * PERCENT / counts.people());
    }

    /** @param unit with those below it, or {@code null}: all people */
    ListFile byPerson(long campaign, Confirmation state, Long unit, MaskedMsisdn numbers) {
        campaigns.get(campaign);
        List<Long> units = unit == null ? List.of() : tree.withSubUnits(List.of(unit));
        List<Column<PersonConfirmation>> columns = List.of(
                words.column("escalation.name", 28, PersonConfirmation::fullName),
                words.column("escalation.number", 14, one -> numbers.show(one.msisdn())),
                words.column("unit.name", 34, PersonConfirmation::unit),
                words.column("escalation.state", 20, one -> words.of("confirmation", one.state())),
                words.column("escalation.at", 22, PersonConfirmation::acknowledgedAt));
        return ListFile.of(
                        "confirmations by person",
                        new PagedTable<>(
                                words.of("downloads.confirmationsByPerson", Long.toString(campaign)),
                                columns,
                                (last, limit) -> confirmations.people(
                                        campaign, state, units, last == null ? null : last.msisdn(), limit)))
                .by("campaign", campaign)
                .by("state", state)
                .by("unitId", unit);
    }

    /** @param campaign {@code null}: all recent ones */
    ListFile lagging(Long campaign, String q) {
        List<Column<LaggingUnit>> columns = List.of(
                words.column("unit.name", 34, LaggingUnit::unit),
                words.column("unit.parent", 34, LaggingUnit::parent),
                words.percent("lagging.share", one -> one.figures().missingShare()),
                words.column(
                        "unitFigures.missing", 14, one -> one.figures().counts().missing()),
                words.column(
                        "unitFigures.unreachable",
                        14,
                        one -> one.figures().counts().unreachable()),
                words.column(
                        "unitFigures.late", 14, one -> one.figures().counts().late()),
                words.column(
                        "unitFigures.confirmed",
                        14,
                        one -> one.figures().counts().confirmed()),
                words.column("unitFigures.people", 10, one -> one.figures().people()));
        return ListFile.of(
                        "lagging units",
                        new PagedTable<>(words.of("nav.laggingUnits"), columns, Pages.of(lagging.find(campaign, q))))
                .by("campaign", campaign)
                .by("q", q);
    }
}
