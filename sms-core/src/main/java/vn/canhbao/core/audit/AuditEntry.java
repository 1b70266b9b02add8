package vn.canhbao.core.audit;

import java.time.Instant;

/**
 * Something that a person or the system did.
 *
 * @param actor the account, or {@code canhbao} and {@code sms} for what happened by itself
 */
public record AuditEntry(long id, Instant at, String actor, String action, String subject, String detail) {}
