package vn.canhbao.core.campaign;

import java.util.List;

/** Whom a campaign addresses: the members of lists and of units (with the units below them), each number once. */
public record Audience(List<Long> recipientListIds, List<Long> unitIds) {

    public Audience {
        recipientListIds = List.copyOf(recipientListIds);
        unitIds = List.copyOf(unitIds);
    }
}
