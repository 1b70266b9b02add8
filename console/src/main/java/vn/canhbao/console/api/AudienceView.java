package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import java.util.List;
import vn.canhbao.core.campaign.Narrowing;
import vn.canhbao.core.campaign.SavedAudience;

/** A saved audience. */
record AudienceView(
        long id,
        String name,
        boolean everybody,
        List<Long> recipientListIds,
        List<Long> unitIds,
        Narrowing narrowing,
        String createdBy,
        OffsetDateTime createdAt,
        String changedBy,
        OffsetDateTime changedAt) {

    static AudienceView of(SavedAudience saved) {
        return new AudienceView(
                saved.id(),
                saved.name(),
                saved.definition().everybody(),
                saved.definition().recipientListIds(),
                saved.definition().unitIds(),
                saved.definition().narrowing(),
                saved.createdBy(),
                LocalTimes.of(saved.createdAt()),
                saved.changedBy(),
                LocalTimes.of(saved.changedAt()));
    }
}
