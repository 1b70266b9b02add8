package vn.canhbao.gateway.ledger;

/** What other waves get while an urgent one runs: one place in ten, so that none stands still. */
final class BulkShare {

    private static final int ONE_IN = 10;
    private static final double MOST_OWED = 10;

    private double owed;

    /** Places, of so many, that are not for urgent messages. */
    int of(int room) {
        return (int) Math.min(room, owed + (double) room / ONE_IN);
    }

    /** What was claimed in the end. */
    void claimed(int urgent, int others) {
        owed = Math.clamp(owed + urgent / (ONE_IN - 1.0) - others, 0, MOST_OWED);
    }
}
