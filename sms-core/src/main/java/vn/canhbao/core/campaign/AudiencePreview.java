package vn.canhbao.core.campaign;

import java.util.List;
import java.util.Map;

/**
 * How many people an audience has now.
 *
 * @param suppressed of the total: those who would get no message
 * @param byOperator by code: override, then prefix
 * @param byUnit the largest first; people without a unit under {@code null}
 * @param first some of them, numbers masked
 */
public record AudiencePreview(
        long total, long suppressed, Map<String, Long> byOperator, List<UnitCount> byUnit, List<Person> first) {

    /** How many of a unit, those of units below it not counted. */
    public record UnitCount(Long unitId, String unit, long people) {}

    /** A person with a masked number: {@code 8491***4567}. */
    public record Person(String msisdn, String fullName, String unit) {}
}
