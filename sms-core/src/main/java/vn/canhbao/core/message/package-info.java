/**
 * The message table: the queue between the scheduler and the gateway, and the record of who was reached. Prepared
 * messages come in ({@code PreparedMessages}), a link's ledger claims and settles them ({@code MessageQueue}), pages and
 * reports read them ({@code Messages}, {@code Tallies}).
 */
package vn.canhbao.core.message;
