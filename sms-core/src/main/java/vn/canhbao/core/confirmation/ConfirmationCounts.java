package vn.canhbao.core.confirmation;

import java.util.List;
import java.util.Map;

/** People by where they stand with a campaign. */
public record ConfirmationCounts(long confirmed, long late, long notConfirmed, long unreachable) {

    static ConfirmationCounts of(Map<Confirmation, Long> counts) {
        return new ConfirmationCounts(
                counts.getOrDefault(Confirmation.CONFIRMED, 0L),
                counts.getOrDefault(Confirmation.LATE, 0L),
                counts.getOrDefault(Confirmation.NOT_CONFIRMED, 0L),
                counts.getOrDefault(Confirmation.UNREACHABLE, 0L));
    }

    public long people() {
        return confirmed + late + notConfirmed + unreachable;
    }

    /** Who has not answered, for whatever reason. */
    public long missing() {
        return notConfirmed + unreachable;
    }

    /** Of all these units together. */
    public static ConfirmationCounts sum(List<UnitConfirmations> units) {
        return units.stream()
                .map(UnitConfirmations::counts)
                .reduce(new ConfirmationCounts(0, 0, 0, 0), ConfirmationCounts::plus);
    }

    private ConfirmationCounts plus(ConfirmationCounts other) {
        return new ConfirmationCounts(
                confirmed + other.confirmed,
                late + other.late,
                notConfirmed + other.notConfirmed,
                unreachable + other.unreachable);
    }
}
