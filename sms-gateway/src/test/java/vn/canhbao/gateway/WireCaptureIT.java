package vn.canhbao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.tool.NeedsTool;
import vn.canhbao.core.tool.Tool;
import vn.canhbao.gateway.link.GsmTextEncoding;
import vn.canhbao.gateway.link.LongMessage;
import vn.canhbao.gateway.smpp.simulator.OperatorCounters;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** What is on the wire while the gateway sends with every long-message mode and every encoding, as Wireshark reads it. */
@NeedsTool(Tool.TSHARK)
class WireCaptureIT {

    private static final Path FILE = Path.of("target", "wire-capture.pcapng");
    private static final List<String> OPERATORS =
            List.of("VIETTEL", "VINAPHONE", "MOBIFONE", "VIETNAMOBILE", "GMOBILE", "ITEL", "WINTEL");
    private static final List<String> TEXTS = List.of(
            "Canh bao: khong chuyen tien.",
            "Canh bao [Cong an tinh] @ $ _ ~: khong cung cap ma OTP, khong chuyen tien theo yeu cau. ".repeat(3),
            "Cảnh báo: không chuyển tiền. 🚨",
            "Cảnh báo: không cung cấp mã OTP, không chuyển tiền theo yêu cầu. 🚨 ".repeat(4));

    private record Wires(LongMessage mode, GsmTextEncoding encoding) {}

    @Test
    void noPduIsMalformedInAnyModeOrEncodingAndTheCountsAreThoseOfTheSmsc() throws Exception {
        Map<String, OperatorProfile> accounts = new TreeMap<>();
        OPERATORS.forEach(operator -> accounts.put(link(operator), OperatorProfile.plain("secret")));
        try (var smsc = SmscSimulator.start(SimulatorSettings.of(accounts), Clock.systemUTC(), submit -> {});
                var capture = WireCapture.of(smsc.port(), FILE)) {
            capture.awaitCurrent();
            List<Wires> left = everyWay();
            while (!left.isEmpty()) {
                List<Wires> now = left.subList(0, Math.min(OPERATORS.size(), left.size()));
                sendAWave(smsc, now);
                now.clear();
            }
            capture.awaitCurrent();
            capture.stop();

            assertThat(capture.read("_ws.malformed", "_ws.expert.message"))
                    .as("malformed packets")
                    .isEmpty();
            assertThat(capture.read("_ws.expert.severity >= 6291456 && smpp", "_ws.expert.message"))
                    .as("warnings and errors")
                    .isEmpty();
            Map<String, Long> pdus = new TreeMap<>();
            capture.read("smpp", "smpp.command_id").forEach(command -> pdus.merge(command, 1L, Long::sum));
            long submits = sum(smsc, OperatorCounters::submits);
            long receipts = sum(smsc, OperatorCounters::receiptsTaken);
            assertThat(submits).isGreaterThan((long) everyWay().size() * TEXTS.size());
            assertThat(pdus)
                    .containsEntry("0x00000004", submits)
                    .containsEntry("0x80000004", submits)
                    .containsEntry("0x00000005", receipts)
                    .containsEntry("0x80000005", receipts)
                    .containsEntry("0x00000009", sum(smsc, OperatorCounters::binds))
                    .containsEntry("0x80000009", sum(smsc, OperatorCounters::binds));
            assertThat(capture.read("smpp.command_status != 0", "smpp.command_status"))
                    .as("answers other than ESME_ROK")
                    .isEmpty();
        }
    }

    private static List<Wires> everyWay() {
        List<Wires> ways = new ArrayList<>();
        for (LongMessage mode : LongMessage.values()) {
            for (GsmTextEncoding encoding : GsmTextEncoding.values()) {
                ways.add(new Wires(mode, encoding));
            }
        }
        return ways;
    }

    /** An operator for each way, all texts to each, until every receipt is in the tally. */
    private static void sendAWave(SmscSimulator smsc, List<Wires> ways) {
        try (var database = TestDatabase.H2.open()) {
            StoredWave stored = StoredWave.in(database);
            List<PreparedMessage> messages = new ArrayList<>();
            for (int i = 0; i < ways.size() * TEXTS.size(); i++) {
                messages.add(message(stored, i, OPERATORS.get(i / TEXTS.size()), TEXTS.get(i % TEXTS.size())));
            }
            new PreparedMessages(database.jdbcTemplate()).add(messages);
            try (var application = gateway(database, smsc.port(), ways)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> stored.tally().delivered() == messages.size());
            }
        }
    }

    private static PreparedMessage message(StoredWave stored, int number, String operator, String text) {
        PreparedMessage plain = stored.message("8496%07d".formatted(number), text, 1);
        return new PreparedMessage(
                plain.waveId(),
                plain.campaignId(),
                number,
                plain.msisdn(),
                operator,
                plain.senderId(),
                text,
                1,
                MessageStatus.READY,
                Instant.now().plus(Duration.ofMinutes(10)),
                null);
    }

    private static ConfigurableApplicationContext gateway(TestDatabase.Opened database, int port, List<Wires> ways) {
        Map<String, Object> properties = new TreeMap<>(Map.of(
                "spring.datasource.url", database.dataSource().getJdbcUrl(),
                "spring.datasource.username", database.dataSource().getUsername(),
                "spring.datasource.password", database.dataSource().getPassword()));
        for (int i = 0; i < ways.size(); i++) {
            String link = "canhbao.links." + link(OPERATORS.get(i)) + ".";
            properties.put(link + "host", "127.0.0.1");
            properties.put(link + "port", port);
            properties.put(link + "system-id", link(OPERATORS.get(i)));
            properties.put(link + "password", "secret");
            properties.put(link + "long-message", ways.get(i).mode());
            properties.put(link + "encoding", ways.get(i).encoding());
        }
        return new SpringApplicationBuilder(GatewayIT.GatewayAlone.class)
                .web(WebApplicationType.NONE)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }

    private static String link(String operator) {
        return operator.toLowerCase(java.util.Locale.ROOT);
    }

    private static long sum(SmscSimulator smsc, ToLongFunction<OperatorCounters> count) {
        return smsc.counters().values().stream().mapToLong(count).sum();
    }
}
