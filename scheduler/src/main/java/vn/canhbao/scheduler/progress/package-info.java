/** Counts live waves from time to time, so that no page has to. */
package vn.canhbao.scheduler.progress;
