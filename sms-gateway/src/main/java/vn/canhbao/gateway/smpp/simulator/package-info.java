/** The built-in SMSC: several operators on one port by system_id, for the embedded default, tests and benchmarks. */
package vn.canhbao.gateway.smpp.simulator;
