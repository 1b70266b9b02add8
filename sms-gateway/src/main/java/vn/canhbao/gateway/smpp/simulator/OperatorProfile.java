package vn.canhbao.gateway.smpp.simulator;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one operator of the built-in SMSC behaves. Shares are of the numbers, from 0 to 1; which numbers is decided by
 * their hash.
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
        @DefaultValue("20") int maxBinds) {

    public OperatorProfile {
        // Sorted, so that the fate of a number doesn't depend on the order of the settings.
        receiptWords = receiptWords == null ? Map.of() : new TreeMap<>(receiptWords);
        rejections = rejections == null ? Map.of() : new TreeMap<>(rejections);
    }

    /** Answers at once, delivers everything at once. */
    public static OperatorProfile plain(String password) {
        return new OperatorProfile(
                password, DelayRange.NONE, DelayRange.NONE, 0, 0, Map.of(), Map.of(), 0, MessageIdFormat.DECIMAL, 20);
    }

    /** A good day with a few failures of each kind. */
    public static OperatorProfile demo(String password) {
        return new OperatorProfile(
                password,
                DelayRange.millis(5, 30),
                DelayRange.millis(300, 3000),
                0.005,
                0,
                Map.of("UNDELIV", 0.025, "EXPIRED", 0.012, "REJECTD", 0.008),
                Map.of("0x0B", 0.005),
                0,
                MessageIdFormat.DECIMAL,
                20);
    }

    public OperatorProfile withLatency(DelayRange latency) {
        return new OperatorProfile(
                password,
                latency,
                receiptDelay,
                answersLost,
                receiptsLost,
                receiptWords,
                rejections,
                submitsPerSecond,
                idFormat,
                maxBinds);
    }

    public OperatorProfile withReceiptDelay(DelayRange receiptDelay) {
        return new OperatorProfile(
                password,
                latency,
                receiptDelay,
                answersLost,
                receiptsLost,
                receiptWords,
                rejections,
                submitsPerSecond,
                idFormat,
                maxBinds);
    }

    public OperatorProfile withLosses(double answersLost, double receiptsLost) {
        return new OperatorProfile(
                password,
                latency,
                receiptDelay,
                answersLost,
                receiptsLost,
                receiptWords,
                rejections,
                submitsPerSecond,
                idFormat,
                maxBinds);
    }

    public OperatorProfile withReceiptWord(String word, double share) {
        return new OperatorProfile(
                password,
                latency,
                receiptDelay,
                answersLost,
                receiptsLost,
                Map.of(word, share),
                rejections,
                submitsPerSecond,
                idFormat,
                maxBinds);
    }

    public OperatorProfile withRejection(String commandStatus, double share) {
        return new OperatorProfile(
                password,
                latency,
                receiptDelay,
                answersLost,
                receiptsLost,
                receiptWords,
                Map.of(commandStatus, share),
                submitsPerSecond,
                idFormat,
                maxBinds);
    }

    public OperatorProfile withSubmitsPerSecond(int submitsPerSecond) {
        return new OperatorProfile(
                password,
                latency,
                receiptDelay,
                answersLost,
                receiptsLost,
                receiptWords,
                rejections,
                submitsPerSecond,
                idFormat,
                maxBinds);
    }

    public OperatorProfile withIdFormat(MessageIdFormat idFormat) {
        return new OperatorProfile(
                password,
                latency,
                receiptDelay,
                answersLost,
                receiptsLost,
                receiptWords,
                rejections,
                submitsPerSecond,
                idFormat,
                maxBinds);
    }

    public OperatorProfile withMaxBinds(int maxBinds) {
        return new OperatorProfile(
                password,
                latency,
                receiptDelay,
                answersLost,
                receiptsLost,
                receiptWords,
                rejections,
                submitsPerSecond,
                idFormat,
                maxBinds);
    }
}
