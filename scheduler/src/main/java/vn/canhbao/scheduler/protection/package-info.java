/** When the duties of data protection are done: retention every night, erasures that wait, seals of the audit trail. */
package vn.canhbao.scheduler.protection;
