package vn.canhbao.core.confirmation;

/**
 * The people of one unit, without those of the units below it.
 *
 * @param unitId {@code null}, as {@code unit}: those without a unit
 */
public record UnitConfirmations(Long unitId, String unit, ConfirmationCounts counts) {}
