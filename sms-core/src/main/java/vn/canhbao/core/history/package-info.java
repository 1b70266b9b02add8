/** Messages as people look through them: lists with filters, and one message's whole story. */
package vn.canhbao.core.history;
