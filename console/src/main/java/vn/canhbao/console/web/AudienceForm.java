package vn.canhbao.console.web;

import java.util.List;
import java.util.Objects;
import vn.canhbao.core.campaign.AudienceDefinition;
import vn.canhbao.core.campaign.Narrowing;
import vn.canhbao.core.campaign.SavedAudience;
import vn.canhbao.core.recipient.RecipientKind;

/**
 * The fields of the form for an audience.
 *
 * @param narrowUnitIds the units that it is narrowed to
 */
record AudienceForm(
        String name,
        Boolean everybody,
        List<Long> recipientListIds,
        List<Long> unitIds,
        List<Long> narrowUnitIds,
        List<String> areas,
        List<RecipientKind> kinds,
        List<String> operators,
        List<String> tags,
        List<Long> addressedBy,
        List<Long> notAddressedBy,
        List<Long> notReachedBy,
        List<Long> notAcknowledgedBy) {

    static final AudienceForm EMPTY = of("", new AudienceDefinition(false, null, null, null));

    AudienceForm {
        everybody = Boolean.TRUE.equals(everybody);
        recipientListIds = orNone(recipientListIds);
        unitIds = orNone(unitIds);
        narrowUnitIds = orNone(narrowUnitIds);
        areas = orNone(areas);
        kinds = orNone(kinds);
        operators = orNone(operators);
        tags = orNone(tags);
        addressedBy = orNone(addressedBy);
        notAddressedBy = orNone(notAddressedBy);
        notReachedBy = orNone(notReachedBy);
        notAcknowledgedBy = orNone(notAcknowledgedBy);
    }

    private static <T> List<T> orNone(List<T> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }

    static AudienceForm of(SavedAudience saved) {
        return of(saved.name(), saved.definition());
    }

    /** Without a name. */
    static AudienceForm of(AudienceDefinition definition) {
        return of("", definition);
    }

    /** Just these. */
    static AudienceForm of(List<Long> recipientListIds, List<Long> unitIds) {
        return of(new AudienceDefinition(false, recipientListIds, unitIds, null));
    }

    /** Whether it is more than lists and units. */
    public boolean isDefinition() {
        AudienceDefinition definition = definition();
        return definition.everybody() || !definition.narrowing().isEmpty();
    }

    private static AudienceForm of(String name, AudienceDefinition definition) {
        Narrowing narrowing = definition.narrowing();
        return new AudienceForm(
                name,
                definition.everybody(),
                definition.recipientListIds(),
                definition.unitIds(),
                narrowing.unitIds(),
                narrowing.areas(),
                narrowing.kinds(),
                narrowing.operators(),
                narrowing.tags(),
                narrowing.addressedBy(),
                narrowing.notAddressedBy(),
                narrowing.notReachedBy(),
                narrowing.notAcknowledgedBy());
    }

    AudienceDefinition definition() {
        return new AudienceDefinition(
                everybody,
                recipientListIds,
                unitIds,
                new Narrowing(
                        narrowUnitIds,
                        areas,
                        kinds,
                        operators,
                        tags,
                        addressedBy,
                        notAddressedBy,
                        notReachedBy,
                        notAcknowledgedBy));
    }
}
