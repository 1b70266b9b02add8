package vn.canhbao.templates.registration;

import java.time.LocalDate;

/**
 * What a person writes of a registration; for a sender id or for a template's version, not both.
 *
 * @param status {@code null}: APPLIED
 */
public record RegistrationDraft(
        String operator,
        String senderId,
        Long templateId,
        Integer templateVersion,
        String number,
        RegistrationStatus status,
        LocalDate appliedOn,
        LocalDate validFrom,
        LocalDate validUntil,
        String note) {}
