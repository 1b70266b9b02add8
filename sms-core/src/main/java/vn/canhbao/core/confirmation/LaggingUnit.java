package vn.canhbao.core.confirmation;

/**
 * A unit's own people, without those of the units below it.
 *
 * @param parent name of the unit above, or {@code null}
 */
public record LaggingUnit(long unitId, String unit, String parent, UnitFigures figures) {}
