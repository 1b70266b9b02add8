package vn.canhbao.gateway.link;

/** How many went out in the last second, to a tenth of a second. */
final class SecondCount {

    private static final int TENTHS = 10;
    private static final long TENTH = SegmentRate.SECOND / TENTHS;

    private final int[] counts = new int[TENTHS];
    private long tenth;
    private int sum;

    SecondCount(long now) {
        tenth = Math.floorDiv(now, TENTH);
    }

    void add(long now) {
        forward(now);
        counts[index()]++;
        sum++;
    }

    /** The last one did not go out after all. */
    void takeBack() {
        if (counts[index()] > 0) {
            counts[index()]--;
            sum--;
        }
    }

    int perSecond(long now) {
        forward(now);
        return sum;
    }

    private void forward(long now) {
        long to = Math.floorDiv(now, TENTH);
        for (long passed = Math.min(to - tenth, TENTHS); passed > 0; passed--) {
            tenth = to - passed + 1;
            sum -= counts[index()];
            counts[index()] = 0;
        }
    }

    private int index() {
        return (int) Math.floorMod(tenth, (long) TENTHS);
    }
}
