/** Receipts on their way in: the lenient parser and the group-committed journal. */
package vn.canhbao.gateway.receipt;
