package vn.canhbao.core.campaign;

/** Published after the cancellation is committed: the scheduler drops the waves' triggers. */
public record CampaignCancelled(long campaignId) {}
