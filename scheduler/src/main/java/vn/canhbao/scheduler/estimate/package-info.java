/**
 * What a campaign would send, before it is submitted: the text of any recipient ({@code RecipientPreviews}) and the
 * figures of the whole ({@code CampaignEstimates}), made by what prepares it later.
 */
package vn.canhbao.scheduler.estimate;
