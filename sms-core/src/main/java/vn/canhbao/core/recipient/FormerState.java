package vn.canhbao.core.recipient;

import java.time.Instant;

/**
 * What was known of a recipient until an import changed it.
 *
 * @param unit the unit's name, or {@code null}
 * @param attributes further columns as a JSON object, or {@code null}
 * @param fileName of the import that changed it
 */
public record FormerState(
        long id,
        String fullName,
        String unit,
        String attributes,
        Instant until,
        long importId,
        String fileName,
        String changedBy) {}
