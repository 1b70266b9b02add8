package vn.canhbao.gateway.smpp.simulator;

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
        int rejection = Chance.pick(operator.rejections(), Chance.point(hash, 1), "0", Fate::commandStatus);
        boolean answered = rejection != 0 || Chance.point(hash, 2) >= operator.answersLost();
        return new Fate(
                rejection,
                answered,
                rejection == 0 && (answered || Chance.point(hash, 3) < 0.5),
                Chance.pick(operator.receiptWords(), Chance.point(hash, 4), "DELIVRD", word -> word),
                Chance.point(hash, 5) >= operator.receiptsLost(),
                operator.latency().nanosAt(Chance.point(hash, 6)),
                operator.receiptDelay().nanosAt(Chance.point(hash, 7)));
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
}
