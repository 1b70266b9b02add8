/** A link is an account at an operator's SMSC: its settings, and its state as pages, REST and health show it. */
package vn.canhbao.gateway.link;
