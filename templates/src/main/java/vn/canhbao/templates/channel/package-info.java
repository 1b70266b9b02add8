/** Reporting channels: where people ask and report, when somebody last tried each; texts refer to them by {{kenh.…}}. */
package vn.canhbao.templates.channel;
