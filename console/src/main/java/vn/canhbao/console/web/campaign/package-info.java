/** A campaign's messages: the list, one message's story, its chart, and sending again what failed. */
package vn.canhbao.console.web.campaign;
