package vn.canhbao.gateway.smpp.simulator;

import java.util.Map;
import java.util.function.Function;

/** Points in [0, 1) that look random and are the same every time. */
final class Chance {

    private Chance() {}

    // SplitMix64's finaliser: neighbouring hashes and aspects get unrelated points.
    static double point(long hash, int aspect) {
        long mixed = hash + aspect * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }

    /** The value whose share of [0, 1) the point falls into. */
    static <T> T pick(Map<String, Double> shares, double point, String otherwise, Function<String, T> value) {
        double upTo = 0;
        for (var share : shares.entrySet()) {
            upTo += share.getValue();
            if (point < upTo) {
                return value.apply(share.getKey());
            }
        }
        return value.apply(otherwise);
    }
}
