/** What subscribers send us (MO): segments as they came, messages put together, acknowledgements, automatic replies. */
package vn.canhbao.core.inbound;
