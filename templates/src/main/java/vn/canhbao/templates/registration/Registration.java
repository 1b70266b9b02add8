package vn.canhbao.templates.registration;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A sender id or a version of a template, registered with an operator.
 *
 * @param senderId in capitals; {@code null} for a template
 * @param templateId {@code null}, as {@code templateVersion}, for a sender id
 * @param number as the operator gave it
 * @param validUntil the last day, or {@code null}: without end
 */
public record Registration(
        long id,
        String operator,
        RegistrationKind kind,
        String senderId,
        Long templateId,
        Integer templateVersion,
        String number,
        RegistrationStatus status,
        LocalDate appliedOn,
        LocalDate validFrom,
        LocalDate validUntil,
        String note,
        String changedBy,
        Instant changedAt) {

    public boolean isActiveOn(LocalDate day) {
        return status == RegistrationStatus.ACTIVE
                && (validFrom == null || !validFrom.isAfter(day))
                && (validUntil == null || !validUntil.isBefore(day));
    }
}
