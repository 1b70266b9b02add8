package vn.canhbao.core.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * Whom an audience means: the members of lists and units together, or everybody we know, narrowed.
 *
 * @param everybody all recipients; lists and units then add nobody
 * @param unitIds with the units below them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AudienceDefinition(
        boolean everybody, List<Long> recipientListIds, List<Long> unitIds, Narrowing narrowing) {

    public AudienceDefinition {
        recipientListIds = copy(recipientListIds);
        unitIds = copy(unitIds);
        narrowing = narrowing == null ? Narrowing.NONE : narrowing;
    }

    private static List<Long> copy(List<Long> ids) {
        return ids == null
                ? List.of()
                : ids.stream().filter(Objects::nonNull).distinct().toList();
    }

    /** As an audience of its own. */
    public Audience audience() {
        return new Audience(List.of(), List.of(), List.of(AudiencePart.of(this)));
    }

    AudienceDefinition forCampaign(long id) {
        return new AudienceDefinition(everybody, recipientListIds, unitIds, narrowing.forCampaign(id));
    }
}
