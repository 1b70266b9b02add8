package vn.canhbao.core.campaign;

import java.util.List;

/**
 * Whom a campaign addresses: the members of lists and of units (with the units below them), each number once; or, for a
 * correction, those who may have received another campaign.
 *
 * @param receivedCampaign {@code null} except for a correction, which has no lists and units
 */
public record Audience(List<Long> recipientListIds, List<Long> unitIds, Long receivedCampaign) {

    public Audience {
        recipientListIds = List.copyOf(recipientListIds);
        unitIds = List.copyOf(unitIds);
    }

    public Audience(List<Long> recipientListIds, List<Long> unitIds) {
        this(recipientListIds, unitIds, null);
    }

    /** Everybody whose message in the campaign was taken by an SMSC, or may have been. */
    public static Audience whoMayHaveReceived(long campaign) {
        return new Audience(List.of(), List.of(), campaign);
    }
}
