/** When kept tallies are counted anew, and the nightly full count that checks them. */
package vn.canhbao.scheduler.statistics;
