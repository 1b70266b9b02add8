/**
 * The benchmark command. {@code Bench} reads the arguments; {@code DurableBench} measures the whole path of a message
 * (claim, submit_sm, outcome, receipt, journal) beside {@code RawJsmpp} and {@code KannelBench} on the same SMSC, in one
 * run; {@code LatencyBench} how long a message waits at a low rate.
 */
package vn.canhbao.bench;
