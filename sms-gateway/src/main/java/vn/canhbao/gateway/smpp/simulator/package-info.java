/**
 * The built-in SMSC: operators on one port, each an account with its own manners (latency, receipts, failures,
 * throttling). {@code SmscSimulator} accepts binds, {@code EsmeSession} is one bind, {@code OperatorAccount} judges each
 * submit_sm by the {@code Fate} of its destination and the {@code Whim} of the moment, {@code Postbox} answers it and
 * writes the receipt, {@code DeliverySender} sends that until it is taken. The answers to submit_sm and deliver_sm bypass
 * jSMPP's blocking calls, so no thread waits for a message.
 */
package vn.canhbao.gateway.smpp.simulator;
