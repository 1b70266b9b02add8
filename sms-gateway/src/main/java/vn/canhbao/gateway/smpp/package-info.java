/** The only place that knows jSMPP: binds, their supervision, submit_sm per segment, deliver_sm. */
package vn.canhbao.gateway.smpp;
