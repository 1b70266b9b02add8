/**
 * A campaign is what is said and to whom; a wave is one sending of it. {@code CampaignDesk} takes the commands of
 * authors and approvers, {@code Campaigns} and {@code Waves} are the tables, the two status enums say which moves exist.
 */
package vn.canhbao.core.campaign;
