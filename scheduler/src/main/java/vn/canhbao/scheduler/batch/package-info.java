/** What both Batch jobs need: going on with an execution that a dead process left behind. */
package vn.canhbao.scheduler.batch;
