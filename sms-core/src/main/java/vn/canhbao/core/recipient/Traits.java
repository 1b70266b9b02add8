package vn.canhbao.core.recipient;

import java.time.LocalDate;
import java.util.List;

/**
 * What audiences choose people by, and why their numbers may be used; each {@code null} leaves what is known.
 *
 * @param areaCode the commune, or only the province; an {@link Area} that exists
 * @param consentEvidence where the basis is written: form, document number; at most 500 characters
 * @param tags all of them, each at most 50 characters
 */
public record Traits(
        RecipientKind kind,
        String areaCode,
        ConsentBasis consentBasis,
        LocalDate consentDate,
        String consentEvidence,
        List<String> tags) {

    public Traits {
        tags = tags == null ? null : tags.stream().distinct().sorted().toList();
    }
}
