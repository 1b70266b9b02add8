package vn.canhbao.console.web.lists;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.core.recipient.RecipientDirectory;
import vn.canhbao.core.recipient.RecipientView;
import vn.canhbao.core.recipient.Suppression;
import vn.canhbao.core.recipient.SuppressionRegister;
import vn.canhbao.core.recipient.UnitDesk;
import vn.canhbao.core.recipient.UnitNode;
import vn.canhbao.report.UnreachedPeople;
import vn.canhbao.report.UnreachedPeople.Unreached;
import vn.canhbao.report.table.PagedTable;
import vn.canhbao.report.table.PagedTable.Column;

/** Who is sent to and who is not: recipients, suppressed numbers, units, people that no message reached. */
@Component
class PeopleLists {

    private final RecipientDirectory directory;
    private final SuppressionRegister suppressions;
    private final UnitDesk units;
    private final UnreachedPeople unreached;
    private final PageWords words;

    PeopleLists(
            RecipientDirectory directory,
            SuppressionRegister suppressions,
            UnitDesk units,
            UnreachedPeople unreached,
            PageWords words) {
        this.directory = directory;
        this.suppressions = suppressions;
        this.units = units;
        this.unreached = unreached;
        this.words = words;
    }

    ListFile recipients(String q, MaskedMsisdn numbers) {
        List<Column<RecipientView>> columns = List.of(
                words.column("recipient.name", 28, RecipientView::fullName),
                words.column("recipient.number", 14, one -> numbers.show(one.msisdn())),
                words.column("recipient.unit", 28, RecipientView::unit),
                words.column("recipient.kind", 14, one -> words.of("kind", one.kind())),
                words.column("recipient.area", 24, RecipientView::area),
                words.column("recipient.tags", 24, one -> String.join(", ", one.tags())));
        return ListFile.of(
                        "recipients",
                        new PagedTable<>(
                                words.of("nav.recipients"),
                                columns,
                                (last, limit) -> directory.search(q, last == null ? null : last.id(), limit)))
                .byPerson("q", q);
    }

    ListFile suppressions(String number, MaskedMsisdn numbers) {
        List<Column<Suppression>> columns = List.of(
                words.column("recipient.number", 14, one -> numbers.show(one.msisdn())),
                words.column("suppression.reason", 24, one -> words.of("suppression", one.reason())),
                words.column("suppression.note", 40, one -> numbers.showIn(one.note())),
                words.column("suppression.by", 16, Suppression::createdBy),
                words.column("suppression.at", 20, Suppression::createdAt));
        return ListFile.of(
                        "suppressions",
                        new PagedTable<>(
                                words.of("nav.suppressions"),
                                columns,
                                (last, limit) -> suppressions.after(number, last, limit)))
                .byPerson("number", number);
    }

    ListFile units(MaskedMsisdn numbers) {
        List<UnitNode> tree = units.tree();
        Map<Long, String> names = tree.stream()
                .collect(Collectors.toMap(
                        node -> node.unit().id(), node -> node.unit().name()));
        List<Column<UnitNode>> columns = List.of(
                words.column("unit.name", 34, node -> node.unit().name()),
                words.column("unit.parent", 34, node -> names.get(node.unit().parentId())),
                words.column(
                        "unit.kind",
                        22,
                        node -> words.of("unitKind", node.unit().kind())),
                words.column("unit.headName", 26, node -> node.unit().headName()),
                words.column(
                        "unit.headMsisdn", 16, node -> numbers.show(node.unit().headMsisdn())),
                words.column("unit.people", 12, UnitNode::people),
                words.column("unit.peopleBelow", 14, UnitNode::peopleBelow));
        return ListFile.of("units", new PagedTable<>(words.of("nav.units"), columns, PagedTable.Pages.of(tree)));
    }

    /** @param campaigns of the latest so many */
    ListFile unreached(int campaigns, MaskedMsisdn numbers) {
        List<Column<Unreached>> columns = List.of(
                words.column("statistics.unreached.number", 16, one -> numbers.show(one.msisdn())),
                words.column("statistics.unreached.unit", 34, Unreached::unit));
        return ListFile.of(
                        "unreached",
                        new PagedTable<>(
                                words.of("statistics.unreached"),
                                columns,
                                (last, limit) -> unreached.page(campaigns, last == null ? 0 : last.recipient(), limit)))
                .by("campaigns", campaigns);
    }
}
