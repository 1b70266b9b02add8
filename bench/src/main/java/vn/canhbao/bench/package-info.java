/** The benchmark command: durable throughput beside raw jSMPP, from one run. */
package vn.canhbao.bench;
