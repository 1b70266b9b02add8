package vn.canhbao.core.confirmation;

/**
 * People of units by what became of a campaign, or of several.
 *
 * @param people for whom a message was made
 * @param delivered to whom one of them was delivered
 */
public record UnitFigures(long people, long delivered, ConfirmationCounts counts) {

    private static final int PERCENT = 100;

    public long notReached() {
        return people - delivered;
    }

    /** How many in a hundred have not answered, rounded down: 100 only where nobody has. */
    public int missingShare() {
        return people == 0 ? 0 : (int) (counts.missing() * PERCENT / people);
    }
}
