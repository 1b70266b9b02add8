package vn.canhbao.core.confirmation;

import java.time.Instant;

/**
 * What became of a campaign in some units.
 *
 * @param sentAt when its first wave began
 * @param asksForAnswer it has an escalation, or somebody has acknowledged it; else only {@code delivered} tells something
 * @param countedAt the figures are those of this time
 */
public record UnitCampaign(
        long campaignId, String name, Instant sentAt, boolean asksForAnswer, Instant countedAt, UnitFigures figures) {

    /**
     * Whom a list of its people shows: those asked for; where nothing fits is asked, whoever has not answered or, where no
     * answer is asked for, whoever was not reached.
     *
     * @param asked may be {@code null}
     */
    public PeopleShown shown(PeopleShown asked) {
        if (asked != null && (asksForAnswer || asked != PeopleShown.MISSING)) {
            return asked;
        }
        return asksForAnswer ? PeopleShown.MISSING : PeopleShown.NOT_REACHED;
    }
}
