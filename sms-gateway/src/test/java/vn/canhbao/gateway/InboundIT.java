package vn.canhbao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.inbound.Acknowledgements;
import vn.canhbao.core.inbound.InboundAction;
import vn.canhbao.core.inbound.InboundAlphabet;
import vn.canhbao.core.inbound.InboundMessage;
import vn.canhbao.core.inbound.InboundMessages;
import vn.canhbao.core.inbound.InboundSegment;
import vn.canhbao.core.inbound.InboundSegments;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.text.GsmAlphabet;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit;
import vn.canhbao.gateway.smpp.simulator.MobileOriginated;
import vn.canhbao.gateway.smpp.simulator.MobileOriginated.Split;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** Subscribers' messages through the whole gateway: over TCP and several binds to what they do. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class InboundIT {

    static final String NUMBER = "84961234567";
    static final String LONG_TEXT = "Đã nhận được cảnh báo 👍. Xin cảm ơn cơ quan, tôi sẽ báo cho mọi người. "
            .repeat(4)
            .strip();

    final TestDatabase.Opened database;
    final List<AcceptedSubmit> seen = new CopyOnWriteArrayList<>();
    final SmscSimulator smsc;
    final StoredWave alert;
    ConfigurableApplicationContext application;

    InboundIT(TestDatabase kind) {
        database = kind.open();
        smsc = SmscSimulator.start(
                SimulatorSettings.of(Map.of("viettel", OperatorProfile.plain("secret"))), Clock.systemUTC(), seen::add);
        alert = StoredWave.in(database);
    }

    @BeforeEach
    void sendTheAlert() {
        prepare(alert);
        application = start();
        await().atMost(Duration.ofSeconds(30)).until(() -> alert.tally().delivered() == 1);
    }

    @AfterEach
    void close() {
        application.close();
        smsc.close();
        database.close();
    }

    @Test
    void aLongAcknowledgementInSegmentsOfAnyKindIsReadAsOneText() {
        for (Split split : Split.values()) {
            taken(smsc.deliverMo(
                    "viettel",
                    MobileOriginated.of("0961234567", "8188", LONG_TEXT)
                            .split(split)
                            .inReverse()));
        }

        List<InboundMessage> come = inbound(3);
        assertThat(come).allMatch(message -> message.text().equals(LONG_TEXT) && message.complete());
        assertThat(come)
                .extracting(InboundMessage::action)
                .containsExactly(
                        InboundAction.ACKNOWLEDGED,
                        InboundAction.ACKNOWLEDGED_BEFORE,
                        InboundAction.ACKNOWLEDGED_BEFORE);
        assertThat(application.getBean(Acknowledgements.class).ofCampaign(alert.campaign()))
                .isEqualTo(1);
        assertThat(application
                        .getBean(MeterRegistry.class)
                        .counter("canhbao.inbound", "link", "viettel", "kind", "ACKNOWLEDGEMENT")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void aRefusalIsConfirmedOverTheLinkAndNothingElseFollows() {
        StoredWave next = StoredWave.in(database);
        taken(smsc.deliverMo("viettel", "+" + NUMBER, "8188", "Từ chối"));
        inbound(1);
        prepare(next);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> seen.size() == 2 && next.tally().suppressed() == 1);
        AcceptedSubmit confirmation = seen.getLast();
        assertThat(confirmation.destination()).isEqualTo(NUMBER);
        assertThat(confirmation.source()).isEqualTo("CANHBAO");
        assertThat(GsmAlphabet.decode(confirmation.octets())).startsWith("Da ghi nhan tu choi");
        await().until(() -> database.jdbc()
                .sql("SELECT m.status FROM message m JOIN campaign c ON c.id = m.campaign_id WHERE c.automatic")
                .query(String.class)
                .single()
                .equals("DELIVERED"));
    }

    @Test
    void whatTheDatabaseCannotTakeIsRefusedForNowAndReadOnceWhenItCan() {
        database.jdbcTemplate().execute("ALTER TABLE inbound_segment RENAME TO inbound_segment_away");
        List<CompletableFuture<Integer>> answers = smsc.deliverMo("viettel", NUMBER, "8188", "Ai gửi vậy?");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> smsc.counters("viettel").messagesWaiting() == 1);
        assertThat(answers.getFirst()).isNotDone();
        database.jdbcTemplate().execute("ALTER TABLE inbound_segment_away RENAME TO inbound_segment");
        taken(answers);

        assertThat(inbound(1)).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("Ai gửi vậy?");
            assertThat(message.sourceAddr()).isEqualTo(NUMBER);
            assertThat(message.destAddr()).isEqualTo("8188");
            assertThat(message.action()).isEqualTo(InboundAction.FOR_A_PERSON);
        });
    }

    @Test
    void whatWasTakenJustBeforeTheServerDiedIsReadAfterTheRestart() {
        application.close();
        for (int sent = 0; sent < 2; sent++) {
            new InboundSegments(database.jdbc())
                    .add(new InboundSegment(
                            0,
                            "viettel",
                            Instant.now(),
                            NUMBER,
                            "8188",
                            InboundAlphabet.GSM_7,
                            GsmAlphabet.encode("OK"),
                            0,
                            1,
                            1));
        }

        application = start();

        assertThat(inbound(1))
                .singleElement()
                .extracting(InboundMessage::action)
                .isEqualTo(InboundAction.ACKNOWLEDGED);
    }

    private void prepare(StoredWave wave) {
        PreparedMessage plain = wave.message(NUMBER, "Cảnh báo.", 1);
        new PreparedMessages(database.jdbcTemplate())
                .add(List.of(new PreparedMessage(
                        plain.waveId(),
                        plain.campaignId(),
                        1,
                        NUMBER,
                        "VIETTEL",
                        plain.senderId(),
                        plain.text(),
                        1,
                        plain.status(),
                        Instant.now().plus(Duration.ofMinutes(10)),
                        null)));
    }

    private static void taken(List<CompletableFuture<Integer>> answers) {
        await().atMost(Duration.ofSeconds(30)).until(() -> answers.stream().allMatch(answer -> answer.getNow(-1) == 0));
    }

    private List<InboundMessage> inbound(int count) {
        var messages = new InboundMessages(database.jdbc());
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> messages.page(Instant.EPOCH, 0, 10), come -> come.size() == count);
    }

    private ConfigurableApplicationContext start() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("canhbao.links.viettel.host", "127.0.0.1");
        properties.put("canhbao.links.viettel.port", Integer.toString(smsc.port()));
        properties.put("canhbao.links.viettel.system-id", "viettel");
        properties.put("canhbao.links.viettel.password", "secret");
        properties.put("canhbao.links.viettel.binds", "2");
        properties.put("canhbao.inbound.interval", "100ms");
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
