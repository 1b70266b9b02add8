package vn.canhbao.gateway.smpp.simulator;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one operator of the built-in SMSC behaves. Shares are of the numbers, from 0 to 1; which numbers is decided by
 * their hash. What it does whatever the number is in its manners.
 *
 * @param password of the bind
 * @param latency from submit_sm to its answer
 * @param receiptDelay from the answer to the delivery receipt
 * @param answersLost share of numbers whose submit_sm gets no answer; half of them are taken all the same
 * @param receiptsLost share of numbers whose receipt never comes
 * @param receiptWords share by final word ({@code UNDELIV}, {@code EXPIRED}, {@code REJECTD}, any other word too); the
 *     rest is {@code DELIVRD}
 * @param rejections share by command_status ({@code 0x0B}) with which the submit_sm is refused
 * @param submitsPerSecond more than these in a second are answered with ESME_RTHROTTLED; 0: no limit
 * @param idFormat how message ids are written
 * @param maxBinds further binds are refused with ESME_RALYBND
 */
public record OperatorProfile(
        String password,
        @DefaultValue DelayRange latency,
        @DefaultValue DelayRange receiptDelay,
        @DefaultValue("0") double answersLost,
        @DefaultValue("0") double receiptsLost,
        Map<String, Double> receiptWords,
        Map<String, Double> rejections,
        @DefaultValue("0") int submitsPerSecond,
        @DefaultValue("DECIMAL") MessageIdFormat idFormat,
        @DefaultValue("20") int maxBinds,
        @DefaultValue AnswerManners answers,
        @DefaultValue ReceiptManners receipts,
        @DefaultValue SessionManners session) {

    public OperatorProfile {
        // Sorted, so that the fate of a number doesn't depend on the order of the settings.
        receiptWords = receiptWords == null ? Map.of() : new TreeMap<>(receiptWords);
        rejections = rejections == null ? Map.of() : new TreeMap<>(rejections);
    }

    /** Answers at once, delivers everything at once. */
    public static OperatorProfile plain(String password) {
        return BoundKeys.record(OperatorProfile.class, Map.of("password", password));
    }

    /** A good day with a few failures of each kind. */
    public static OperatorProfile demo(String password) {
        return plain(password)
                .withLatency(DelayRange.millis(5, 30))
                .withReceiptDelay(DelayRange.millis(300, 3000))
                .withLosses(0.005, 0)
                .with("receipt-words.UNDELIV", 0.025, "receipt-words.EXPIRED", 0.012, "receipt-words.REJECTD", 0.008)
                .withRejection("0x0B", 0.005);
    }

    /**
     * The same but for these keys.
     *
     * @param keysAndValues in turn, as under {@code canhbao.simulator.operators.<system-id>.}
     */
    public OperatorProfile with(Object... keysAndValues) {
        return BoundKeys.changed(this, keysAndValues);
    }

    public OperatorProfile withLatency(DelayRange latency) {
        return with("latency.from", latency.from(), "latency.to", latency.to());
    }

    public OperatorProfile withReceiptDelay(DelayRange delay) {
        return with("receipt-delay.from", delay.from(), "receipt-delay.to", delay.to());
    }

    public OperatorProfile withLosses(double answersLost, double receiptsLost) {
        return with("answers-lost", answersLost, "receipts-lost", receiptsLost);
    }

    public OperatorProfile withReceiptWord(String word, double share) {
        return with("receipt-words." + word, share);
    }

    public OperatorProfile withRejection(String commandStatus, double share) {
        return with("rejections." + commandStatus, share);
    }

    public OperatorProfile withSubmitsPerSecond(int submitsPerSecond) {
        return with("submits-per-second", submitsPerSecond);
    }

    public OperatorProfile withIdFormat(MessageIdFormat idFormat) {
        return with("id-format", idFormat);
    }

    public OperatorProfile withMaxBinds(int maxBinds) {
        return with("max-binds", maxBinds);
    }
}
