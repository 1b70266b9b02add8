package vn.canhbao.core.confirmation;

import java.util.Comparator;

/**
 * The people of one unit, without those of the units below it.
 *
 * @param unitId {@code null}, as {@code unit}: those without a unit
 */
public record UnitConfirmations(Long unitId, String unit, ConfirmationCounts counts) {

    /** The largest share of people who have not answered first. */
    static final Comparator<UnitConfirmations> LAG = Comparator.comparingDouble(
            unit -> -(double) unit.counts().missing() / unit.counts().people());
}
