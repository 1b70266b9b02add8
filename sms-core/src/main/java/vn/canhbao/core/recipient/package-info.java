/**
 * Whom we can reach: people with their numbers ({@code Msisdn}), units, lists, imports with their rejects, and the
 * suppressions that keep a number from being sent to. {@code RecipientDirectory} finds people by number, unit, or the words of
 * their names ({@code NameWords}).
 */
package vn.canhbao.core.recipient;
