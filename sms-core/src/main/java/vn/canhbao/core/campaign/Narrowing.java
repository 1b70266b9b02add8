package vn.canhbao.core.campaign;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vn.canhbao.core.recipient.RecipientKind;

/**
 * Whom of an audience is meant: those to whom every list that is not empty applies. Campaigns are named by id; 0 is the
 * campaign that the narrowing belongs to.
 *
 * @param unitIds in one of these units or below
 * @param areas in one of these areas, by code; a province means its communes too
 * @param operators with one of these operators: override, then prefix
 * @param tags bearing one of these
 * @param addressedBy to whom one of these campaigns made a message, whatever became of it
 * @param notAddressedBy to whom none of these did
 * @param notReachedBy to whom none of these has a message DELIVERED
 * @param notAcknowledgedBy who acknowledged none of these by answering
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Narrowing(
        List<Long> unitIds,
        List<String> areas,
        List<RecipientKind> kinds,
        List<String> operators,
        List<String> tags,
        List<Long> addressedBy,
        List<Long> notAddressedBy,
        List<Long> notReachedBy,
        List<Long> notAcknowledgedBy) {

    /** Everybody. */
    public static final Narrowing NONE = new Narrowing(null, null, null, null, null, null, null, null, null);

    private static final long THIS_CAMPAIGN = 0;

    public Narrowing {
        unitIds = copy(unitIds);
        areas = copy(areas);
        kinds = copy(kinds);
        operators = copy(operators);
        tags = copy(tags);
        addressedBy = copy(addressedBy);
        notAddressedBy = copy(notAddressedBy);
        notReachedBy = copy(notReachedBy);
        notAcknowledgedBy = copy(notAcknowledgedBy);
    }

    private static <T> List<T> copy(List<T> given) {
        return given == null ? List.of() : given.stream().distinct().toList();
    }

    /** In these units or below. */
    public static Narrowing toUnits(Long... unitIds) {
        return new Narrowing(List.of(unitIds), null, null, null, null, null, null, null, null);
    }

    /** The rest: those for whom this campaign made no message yet. */
    public static Narrowing toNotYetAddressed() {
        return new Narrowing(null, null, null, null, null, null, List.of(THIS_CAMPAIGN), null, null);
    }

    /** Those to whom no message of this campaign is DELIVERED. */
    public static Narrowing toNotReached() {
        return new Narrowing(null, null, null, null, null, null, null, List.of(THIS_CAMPAIGN), null);
    }

    /** Those who have not acknowledged this campaign. */
    public static Narrowing toNotAcknowledged() {
        return new Narrowing(null, null, null, null, null, null, null, null, List.of(THIS_CAMPAIGN));
    }

    /** Those for whom this campaign made a message and who have not acknowledged it. */
    public static Narrowing toReminded() {
        return new Narrowing(null, null, null, null, null, List.of(THIS_CAMPAIGN), null, null, List.of(THIS_CAMPAIGN));
    }

    /** The same in this unit or below. */
    static Narrowing toRemindedIn(long unitId) {
        return new Narrowing(
                List.of(unitId), null, null, null, null, List.of(THIS_CAMPAIGN), null, null, List.of(THIS_CAMPAIGN));
    }

    /** Whether a unit's head asked for it. */
    @JsonIgnore
    public boolean isReminderInUnit() {
        return unitIds.size() == 1 && equals(toRemindedIn(unitIds.getFirst()));
    }

    @JsonIgnore
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The same with "this campaign" by its id. */
    public Narrowing forCampaign(long id) {
        return new Narrowing(
                unitIds,
                areas,
                kinds,
                operators,
                tags,
                named(addressedBy, id),
                named(notAddressedBy, id),
                named(notReachedBy, id),
                named(notAcknowledgedBy, id));
    }

    private static List<Long> named(List<Long> campaigns, long id) {
        return campaigns.stream()
                .map(campaign -> campaign == THIS_CAMPAIGN ? id : campaign)
                .toList();
    }
}
