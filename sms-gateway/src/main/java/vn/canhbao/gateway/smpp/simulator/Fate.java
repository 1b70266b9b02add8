package vn.canhbao.gateway.smpp.simulator;

import java.util.Map;

/**
 * What happens to every submit_sm to a number: decided by the number, the seed and the operator's shares alone, so that
 * the same campaign gives the same table on any database, and all segments of a long message fare alike.
 *
 * @param rejection command_status with which it is refused; 0: taken
 * @param answered whether a submit_sm_resp comes
 * @param taken whether the SMSC takes it; only an unanswered one may not be
 * @param word final word of the receipt
 * @param receiptComes whether the receipt is sent at all
 */
record Fate(
        int rejection,
        boolean answered,
        boolean taken,
        String word,
        boolean receiptComes,
        long latencyNanos,
        long receiptDelayNanos) {

    static Fate of(String destination, long seed, OperatorProfile operator) {
        long hash = hash(national(destination), seed);
        int rejection = pick(operator.rejections(), point(hash, 1), "0", Fate::commandStatus);
        boolean answered = rejection != 0 || point(hash, 2) >= operator.answersLost();
        return new Fate(
                rejection,
                answered,
                rejection == 0 && (answered || point(hash, 3) < 0.5),
                pick(operator.receiptWords(), point(hash, 4), "DELIVRD", word -> word),
                point(hash, 5) >= operator.receiptsLost(),
                operator.latency().nanosAt(point(hash, 6)),
                operator.receiptDelay().nanosAt(point(hash, 7)));
    }

    private static <T> T pick(
            Map<String, Double> shares, double point, String otherwise, java.util.function.Function<String, T> value) {
        double upTo = 0;
        for (var share : shares.entrySet()) {
            upTo += share.getValue();
            if (point < upTo) {
                return value.apply(share.getKey());
            }
        }
        return value.apply(otherwise);
    }

    private static int commandStatus(String text) {
        return Integer.decode(text);
    }

    // +84912…, 84912… and 0912… are one person: links write numbers differently.
    private static String national(String destination) {
        int start = destination.startsWith("+84")
                ? 3
                : destination.startsWith("84") ? 2 : destination.startsWith("0") ? 1 : 0;
        return destination.substring(start);
    }

    private static long hash(String digits, long seed) {
        long hash = 0xCBF29CE484222325L ^ seed;
        for (int i = 0; i < digits.length(); i++) {
            hash = (hash ^ digits.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    // SplitMix64's finaliser: neighbouring numbers and aspects get unrelated points in [0, 1).
    private static double point(long hash, int aspect) {
        long mixed = hash + aspect * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
