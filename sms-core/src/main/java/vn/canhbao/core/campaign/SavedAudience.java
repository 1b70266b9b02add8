package vn.canhbao.core.campaign;

import java.time.Instant;

/** A definition with a name; who belongs to it is looked up each time. */
public record SavedAudience(
        long id,
        String name,
        AudienceDefinition definition,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt) {}
