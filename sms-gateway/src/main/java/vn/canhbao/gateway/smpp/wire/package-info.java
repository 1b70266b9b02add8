/**
 * A session with an SMSC as a stream of PDUs: requests go out in few writes and are matched with their answers by
 * sequence number, however late those come; what the octets of a PDU mean is the business of {@code gateway.smpp}.
 */
package vn.canhbao.gateway.smpp.wire;
