/** Delivery receipts: what they say ({@code ReceiptState}), and the journal in which each is kept as it came. */
package vn.canhbao.core.receipt;
