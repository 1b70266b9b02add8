/** How many messages a recipient gets over all campaigns: {@code FrequencyCaps} excludes who would get too many. */
package vn.canhbao.scheduler.caps;
