/** Sending windows as Quartz knows them: a calendar for each message class, renewed when the holiday table changes. */
package vn.canhbao.scheduler.window;
