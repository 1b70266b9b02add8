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
        long campaignId, String name, Instant sentAt, boolean asksForAnswer, Instant countedAt, UnitFigures figures) {}
