package vn.canhbao.scheduler.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.canhbao.core.recipient.ImportReject;
import vn.canhbao.core.recipient.Msisdn;
import vn.canhbao.core.recipient.RecipientTraits;
import vn.canhbao.core.recipient.Traits;
import vn.canhbao.scheduler.imports.RowOutcome.Usable;

/** Writes what rows say beside names and units: where units belong, areas, and people's traits. */
class DetailsWriter {

    private final UnitPlacement units;
    private final AreaNames areas;
    private final RecipientTraits traits;

    DetailsWriter(UnitPlacement units, AreaNames areas, RecipientTraits traits) {
        this.units = units;
        this.areas = areas;
        this.traits = traits;
    }

    /** Places the row's units; why the row can't be taken where they can't be. */
    Optional<ImportReject> refused(Usable usable) {
        if (usable.details() == null) {
            return Optional.empty();
        }
        try {
            units.place(usable.details().unitPath());
            return Optional.empty();
        } catch (WrongCell cyclic) {
            return Optional.of(
                    RowCheck.rejected(usable.details().row(), cyclic.field(), cyclic.value(), cyclic.getMessage())
                            .reject());
        }
    }

    /** Writes the traits of people who are in the tables already. @return whose traits changed */
    Set<Msisdn> write(List<Usable> people) {
        List<Usable> detailed =
                people.stream().filter(usable -> usable.details() != null).toList();
        areas.write(detailed.stream()
                .flatMap(usable -> usable.details().areas().stream())
                .distinct()
                .toList());
        Map<Msisdn, Traits> given = new HashMap<>();
        detailed.forEach(
                usable -> given.put(usable.person().msisdn(), usable.details().traits()));
        return traits.put(given);
    }
}
