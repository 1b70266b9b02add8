package vn.canhbao.core.campaign;

/** Published after the approval (or the resumption before its first wave) is committed: the scheduler plans the waves. */
public record CampaignApproved(long campaignId) {}
