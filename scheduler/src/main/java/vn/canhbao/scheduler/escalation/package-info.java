/** When a wave has been sent, and the message to heads of units about those who have not acknowledged a campaign. */
package vn.canhbao.scheduler.escalation;
