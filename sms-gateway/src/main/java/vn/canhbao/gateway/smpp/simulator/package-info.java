/**
 * The built-in SMSC: operators on one port, each an account with its own manners (latency, receipts, failures,
 * throttling). {@code SmscSimulator} accepts binds, {@code EsmeSession} is one bind, {@code OperatorAccount} judges each
 * submit_sm by the {@code Fate} of its destination and queues the receipt, {@code ReceiptSender} sends it until it is
 * taken. The answers to submit_sm and deliver_sm bypass jSMPP's blocking calls, so no thread waits for a message.
 */
package vn.canhbao.gateway.smpp.simulator;
