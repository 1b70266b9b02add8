/**
 * The SMPP side. A message's way out: the link's {@code ledger} claims it, the Camel route of the link ({@code camel})
 * sends it through {@code smsc:}, {@code smpp} puts its segments on the wire, the outcome goes back to the ledger. A
 * receipt's way in: {@code smpp} hands it over raw, {@code receipt} parses and journals it before it is answered, the
 * ledger applies it. {@code link} is what an administrator configures and sees.
 */
package vn.canhbao.gateway;
