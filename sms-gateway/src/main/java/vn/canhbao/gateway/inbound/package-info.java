/**
 * Messages from subscribers (MO). {@code InboundIntake} stores each deliver_sm that is no receipt before it is answered,
 * {@code InboundReader} puts long ones together and drops what the SMSC sent twice, the Camel route of
 * {@code InboundRoutes} decides by the first words: refusal, acknowledgement, or a reply for a person.
 */
package vn.canhbao.gateway.inbound;
