/** What time does: expired messages, receipts that never came, second copies by policy, waves and campaigns that are over. */
package vn.canhbao.scheduler.settlement;
