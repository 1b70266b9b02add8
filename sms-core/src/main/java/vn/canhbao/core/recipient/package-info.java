/**
 * Whom we can reach: people with their numbers ({@code Msisdn}), units, lists, imports with their rejects, and the
 * suppressions that keep a number from being sent to.
 */
package vn.canhbao.core.recipient;
