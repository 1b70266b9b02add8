package vn.canhbao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.MessageView;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.SegmentView;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.gateway.link.Links;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** Long messages through the whole gateway: from READY rows over TCP to final states. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LongMessagesIT {

    // 182 units of UCS-2: 3 segments.
    static final String TEXT = "Cảnh báo: Cơ quan Công an KHÔNG làm việc, lấy lời khai qua điện thoại, mạng xã hội. "
            + "Không cung cấp mã OTP, không chuyển tiền theo yêu cầu. Gặp nghi vấn báo ngay Công an nơi gần nhất.";

    final TestDatabase.Opened database;
    final List<AcceptedSubmit> seen = new CopyOnWriteArrayList<>();
    SmscSimulator smsc;
    ConfigurableApplicationContext application;

    LongMessagesIT(TestDatabase kind) {
        database = kind.open();
    }

    @AfterEach
    void close() {
        if (application != null) {
            application.close();
        }
        smsc.close();
        database.close();
    }

    @Test
    void everyModeIsDeliveredAndCountsItsOwnSegments() {
        smsc = smsc(0, OperatorProfile.plain("secret"), "viettel", "vinaphone", "mobifone", "vietnamobile");
        StoredWave stored = prepared("VIETTEL", "VINAPHONE", "MOBIFONE", "VIETNAMOBILE");

        application = start(Map.of(
                "viettel.long-message", "UDH_16",
                "vinaphone.long-message", "SAR",
                "mobifone.long-message", "PAYLOAD",
                "vietnamobile.receipts", "LAST_SEGMENT"));

        await().atMost(Duration.ofSeconds(60)).until(() -> stored.tally().delivered() == 4);
        assertThat(stored.tallies().byOperator(stored.campaign()))
                .extracting(
                        tally -> tally.operatorCode() + " " + tally.tallies().segments())
                .containsExactlyInAnyOrder("VIETTEL 3", "VINAPHONE 3", "MOBIFONE 1", "VIETNAMOBILE 3");
        assertThat(messages(stored))
                .filteredOn(message -> message.operatorCode().equals("VIETNAMOBILE"))
                .singleElement()
                .satisfies(message -> assertThat(message.segments())
                        .extracting(SegmentView::receiptState)
                        .containsExactly(null, null, "DELIVERED"));
    }

    @Test
    void aMessageWhoseLinkIsLostInTheMiddleGoesOnAtItsMissingSegmentAndRepeatsNone() {
        // One submit_sm a second: the second is throttled, the link pauses, and in the pause the SMSC goes away.
        smsc = smsc(0, OperatorProfile.plain("secret").withSubmitsPerSecond(1), "viettel");
        StoredWave stored = prepared("VIETTEL");
        application = start(Map.of());
        // Without a limit of ours it has a rate once it was told to wait.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> application.getBean(Links.class).all().stream()
                        .anyMatch(link -> link.running().allowedPerSecond() > 0));
        int port = smsc.port();
        smsc.close();
        await().until(() -> messages(stored).getFirst().status() == MessageStatus.READY);
        assertThat(messages(stored).getFirst().segments()).singleElement();

        smsc = smsc(port, OperatorProfile.plain("secret"), "viettel");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> seen.size() == 3 && stored.tally().pending() == 0);
        assertThat(seen).extracting(submit -> (int) submit.octets()[5]).containsExactly(1, 2, 3);
        assertThat(seen)
                .extracting(submit -> submit.octets()[3])
                .containsOnly(seen.getFirst().octets()[3]);
        assertThat(messages(stored).getFirst().segments()).hasSize(3).allMatch(segment -> segment.commandStatus() == 0);
    }

    private SmscSimulator smsc(int port, OperatorProfile profile, String... operators) {
        Map<String, OperatorProfile> accounts = new TreeMap<>();
        for (String operator : operators) {
            accounts.put(operator, profile);
        }
        return SmscSimulator.start(SimulatorSettings.of(accounts).onPort(port), Clock.systemUTC(), seen::add);
    }

    private StoredWave prepared(String... operators) {
        StoredWave stored = StoredWave.in(database);
        List<PreparedMessage> messages = new ArrayList<>();
        for (int i = 0; i < operators.length; i++) {
            PreparedMessage plain = stored.message("8496%07d".formatted(i), TEXT, 3);
            messages.add(new PreparedMessage(
                    plain.waveId(),
                    plain.campaignId(),
                    i,
                    plain.msisdn(),
                    operators[i],
                    plain.senderId(),
                    plain.text(),
                    plain.segments(),
                    plain.status(),
                    Instant.now().plus(Duration.ofMinutes(10)),
                    null));
        }
        new PreparedMessages(database.jdbcTemplate()).add(messages);
        return stored;
    }

    private static List<MessageView> messages(StoredWave stored) {
        return stored.messages().page(stored.campaign(), null, null, 10);
    }

    /** @param keys of links, after {@code canhbao.links.}; each operator that the SMSC knows has a link */
    private ConfigurableApplicationContext start(Map<String, String> keys) {
        Map<String, String> properties = new TreeMap<>();
        smsc.counters().keySet().forEach(link -> {
            properties.put("canhbao.links." + link + ".host", "127.0.0.1");
            properties.put("canhbao.links." + link + ".port", Integer.toString(smsc.port()));
            properties.put("canhbao.links." + link + ".system-id", link);
            properties.put("canhbao.links." + link + ".password", "secret");
        });
        keys.forEach((key, value) -> properties.put("canhbao.links." + key, value));
        properties.put("spring.datasource.url", database.dataSource().getJdbcUrl());
        properties.put("spring.datasource.username", database.dataSource().getUsername());
        properties.put("spring.datasource.password", database.dataSource().getPassword());
        properties.put("spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED");
        return new SpringApplicationBuilder(GatewayIT.GatewayAlone.class)
                .web(WebApplicationType.NONE)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }
}
