package vn.canhbao.core.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A recipient as a reader sees it; what isn't known is {@code null}.
 *
 * @param area the commune's name, or the province's
 * @param attributes further columns of the file as a JSON object
 */
public record RecipientView(
        long id,
        String msisdn,
        String fullName,
        Long unitId,
        String unit,
        RecipientKind kind,
        String areaCode,
        String area,
        ConsentBasis consentBasis,
        LocalDate consentDate,
        String consentEvidence,
        List<String> tags,
        String attributes,
        Instant createdAt,
        Instant updatedAt) {}
