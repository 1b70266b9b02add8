/** Leaves out, at preparation, people of operators with whom sender id or template is not registered (any more). */
package vn.canhbao.scheduler.registration;
