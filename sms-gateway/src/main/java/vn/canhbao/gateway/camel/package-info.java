/**
 * One Camel route out and one in for each link ({@code LinkRoutes}), on two components of our own: {@code claim:} takes
 * messages from the queue and settles them when their exchange is done, {@code smsc:} is the SMPP link. camel-smpp is
 * not used: it loses receipts that it can't parse and has neither window nor rate.
 */
package vn.canhbao.gateway.camel;
