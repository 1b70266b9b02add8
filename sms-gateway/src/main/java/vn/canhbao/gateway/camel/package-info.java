/** One Camel route per link out and one in, on the components {@code claim:} and {@code smsc:}. */
package vn.canhbao.gateway.camel;
