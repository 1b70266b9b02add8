package vn.canhbao.gateway.smpp.simulator;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The built-in SMSC ({@code canhbao.simulator.*}).
 *
 * @param host address that it listens on
 * @param port TCP port; 0: any free one
 * @param seed salts the fate of every number: the same seed, campaign and settings give the same table
 * @param receiptWindow most deliver_sm without an answer on a session
 * @param receiptTimeout a deliver_sm with no answer for this long is sent again
 * @param receiptRetry pause before a refused receipt is sent again
 * @param countCopies remembers each segment by number, so that {@link SmscSimulator#copies()} tells who got it twice
 * @param tls its certificate
 * @param operators accounts by system_id; none: the seven of the embedded start
 */
@ConfigurationProperties("canhbao.simulator")
public record SimulatorSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("0") int port,
        @DefaultValue("2026") long seed,
        @DefaultValue("500") int receiptWindow,
        @DefaultValue("10s") Duration receiptTimeout,
        @DefaultValue("1s") Duration receiptRetry,
        @DefaultValue("false") boolean countCopies,
        @DefaultValue TlsKeys tls,
        Map<String, OperatorProfile> operators) {

    /** The accounts of the embedded start, one per operator of the operator table. */
    private static final Collection<String> EMBEDDED_SYSTEM_IDS =
            List.of("viettel", "vinaphone", "mobifone", "vietnamobile", "gmobile", "itel", "wintel");

    /** Their common password: they exist on this machine's loopback only. */
    public static final String EMBEDDED_PASSWORD = "canhbao";

    public SimulatorSettings {
        operators = operators == null || operators.isEmpty()
                ? embeddedOperators(OperatorProfile.demo(EMBEDDED_PASSWORD))
                : Collections.unmodifiableMap(new TreeMap<>(operators));
        for (var operator : operators.entrySet()) {
            String other = operator.getValue().receipts().account();
            if (!other.isEmpty() && !operators.containsKey(other)) {
                throw new IllegalArgumentException("canhbao.simulator.operators." + operator.getKey()
                        + ".receipts.account: " + other + " is no account");
            }
        }
    }

    /** The demo: mostly delivered, a few failures of each kind, a lost answer now and then; all over within 8 s. */
    public static SimulatorSettings embedded() {
        return of(embeddedOperators(OperatorProfile.demo(EMBEDDED_PASSWORD)));
    }

    /** For measuring: the same accounts, every submit_sm answered and every receipt sent at once, all delivered. */
    public static SimulatorSettings bench() {
        return of(embeddedOperators(OperatorProfile.plain(EMBEDDED_PASSWORD)));
    }

    /** These accounts on any free port of the loopback. */
    public static SimulatorSettings of(Map<String, OperatorProfile> operators) {
        return new SimulatorSettings(
                "127.0.0.1",
                0,
                2026,
                500,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                false,
                TlsKeys.NONE,
                operators);
    }

    public SimulatorSettings onPort(int port) {
        return new SimulatorSettings(
                host, port, seed, receiptWindow, receiptTimeout, receiptRetry, countCopies, tls, operators);
    }

    public SimulatorSettings withReceipts(int window, Duration timeout, Duration retry) {
        return new SimulatorSettings(host, port, seed, window, timeout, retry, countCopies, tls, operators);
    }

    public SimulatorSettings countingCopies() {
        return new SimulatorSettings(
                host, port, seed, receiptWindow, receiptTimeout, receiptRetry, true, tls, operators);
    }

    public SimulatorSettings withTls(TlsKeys keys) {
        return new SimulatorSettings(
                host, port, seed, receiptWindow, receiptTimeout, receiptRetry, countCopies, keys, operators);
    }

    /** Every operator with this latency. */
    public SimulatorSettings withLatency(DelayRange latency) {
        Map<String, OperatorProfile> changed = new TreeMap<>(operators);
        changed.replaceAll((systemId, operator) -> operator.withLatency(latency));
        return new SimulatorSettings(
                host, port, seed, receiptWindow, receiptTimeout, receiptRetry, countCopies, tls, changed);
    }

    private static Map<String, OperatorProfile> embeddedOperators(OperatorProfile profile) {
        Map<String, OperatorProfile> operators = new TreeMap<>();
        EMBEDDED_SYSTEM_IDS.forEach(systemId -> operators.put(systemId, profile));
        return operators;
    }
}
