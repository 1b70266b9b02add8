/** The Quartz triggers of the official report. */
package vn.canhbao.scheduler.report;
