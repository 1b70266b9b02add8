/**
 * The benchmark command. {@code Bench} reads the arguments, {@code DurableBench} measures the whole path of a message
 * (claim, submit_sm, outcome, receipt, journal) beside {@code RawJsmpp} on the same SMSC, in one run.
 */
package vn.canhbao.bench;
