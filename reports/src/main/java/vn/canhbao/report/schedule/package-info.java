/** When the official report is made by itself and for whom; the scheduler's Quartz asks {@code ScheduledReports} to make it. */
package vn.canhbao.report.schedule;
