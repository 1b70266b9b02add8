package vn.canhbao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.gateway.link.BindState;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.Links;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** Refusals and failover over TCP: VIETTEL's messages go over {@code viettel}, else over {@code vinaphone}. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RefusalsIT {

    static final int MESSAGES = 40;

    final TestDatabase.Opened database;
    final StoredWave stored;
    SmscSimulator smsc;
    ConfigurableApplicationContext application;

    RefusalsIT(TestDatabase kind) {
        database = kind.open();
        stored = StoredWave.in(database);
        new PreparedMessages(database.jdbcTemplate())
                .add(IntStream.range(0, MESSAGES).mapToObj(this::message).toList());
    }

    @AfterEach
    void close() {
        if (application != null) {
            application.close();
        }
        if (smsc != null) {
            smsc.close();
        }
        database.close();
    }

    @Test
    void aRefusedSenderIdPausesTheCampaignAndNobodyFails() {
        smsc = smsc(plain().withRejection("0x0A", 1));

        application = start(Map.of());

        patiently().until(() -> text("SELECT status FROM campaign").equals("PAUSED"));
        patiently().until(() -> count("CLAIMED") == 0);
        assertThat(stored.tally().pending()).isEqualTo(MESSAGES);
        assertThat(text("SELECT pause_reason FROM campaign")).contains("CANHBAO", "viettel", "ESME_RINVSRCADR");
    }

    @Test
    void aLinkWhoseSettingsAreRefusedIsTrippedAndEveryMessageGoesOverTheOther() {
        smsc = smsc(plain().withRejection("0x43", 1));

        application = start(Map.of());

        patiently().until(() -> stored.tally().delivered() == MESSAGES);
        assertThat(link("viettel").state()).isEqualTo(BindState.TRIPPED);
        assertThat(link("viettel").lastError()).contains("ESME_RINVESMCLASS", "long-message", "data_coding");
        assertThat(over("vinaphone")).isEqualTo(MESSAGES);
    }

    @Test
    void aLinkThatIsDownLosesItsTrafficToTheNextAndGetsItBack() {
        smsc = smsc(plain());
        application = start(Map.of("links.viettel.port", "1"));
        patiently().until(() -> stored.tally().delivered() == MESSAGES);
        assertThat(over("vinaphone")).isEqualTo(MESSAGES);
        application.close();
        database.jdbc()
                .sql("UPDATE message SET status = 'READY', attempts = 0, link = NULL")
                .update();
        database.jdbc().sql("DELETE FROM message_segment").update();

        application = start(Map.of());

        patiently().until(() -> stored.tally().delivered() == MESSAGES);
        assertThat(over("viettel")).isPositive();
    }

    @Test
    void aRefusedMessageHoldsNoPlaceInTheWindowWhileItWaits() {
        smsc = smsc(plain().withRejection("0x14", 0.4));

        application = start(Map.of("links.viettel.window", "1", "operators.viettel.links", "viettel"));

        patiently().until(() -> count("READY") + count("CLAIMED") + count("SUBMITTED") == 0);
        int delayed = count("DELAYED");
        assertThat(delayed).isBetween(1, MESSAGES - 1);
        assertThat(stored.tally().delivered()).isEqualTo(MESSAGES - delayed);
    }

    @Test
    void aMessageWhoseTriesAreUsedGoesOverTheOtherLink() {
        smsc = smsc(plain().withRejection("0x08", 0.15));

        application = start(Map.of("links.viettel.command-status.0x08", "RETRY_HERE 1x100ms"));

        patiently().until(() -> stored.tally().delivered() == MESSAGES);
        int elsewhere = over("vinaphone");
        assertThat(elsewhere).isBetween(1, MESSAGES - 1);
        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM submit_refusal")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2 * elsewhere);
    }

    @Test
    void aNumberOfAnotherNetworkIsReachedOverTheOtherLinkAndItsOperatorIsLearnt() {
        smsc = smsc(plain().withRejection("0x0422", 0.3));

        application = start(Map.of("links.viettel.wrong-network", "0x0422", "operators.vinaphone.links", "vinaphone"));

        patiently().until(() -> stored.tally().delivered() == MESSAGES);
        int elsewhere = over("vinaphone");
        assertThat(elsewhere).isPositive();
        assertThat(database.jdbc()
                        .sql(
                                "SELECT COUNT(*) FROM operator_override WHERE source = 'LEARNED' AND operator_code = 'VINAPHONE'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(elsewhere);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private static OperatorProfile plain() {
        return OperatorProfile.plain("secret");
    }

    private static SmscSimulator smsc(OperatorProfile viettel) {
        return SmscSimulator.start(SimulatorSettings.of(Map.of("viettel", viettel, "vinaphone", plain())));
    }

    private PreparedMessage message(int i) {
        PreparedMessage plain = stored.message("8496%07d".formatted(i), "xin chào", 1);
        return new PreparedMessage(
                plain.waveId(),
                plain.campaignId(),
                i,
                plain.msisdn(),
                "VIETTEL",
                plain.senderId(),
                plain.text(),
                1,
                MessageStatus.READY,
                Instant.now(Clock.systemUTC()).plus(Duration.ofMinutes(10)),
                null);
    }

    private LinkState link(String name) {
        return application.getBean(Links.class).all().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int over(String link) {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM message WHERE link = ?")
                .param(link)
                .query(Integer.class)
                .single();
    }

    private int count(String status) {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM message WHERE status = ?")
                .param(status)
                .query(Integer.class)
                .single();
    }

    private String text(String sql) {
        return database.jdbc().sql(sql).query(String.class).single();
    }

    /** @param keys after {@code canhbao.} */
    private ConfigurableApplicationContext start(Map<String, String> keys) {
        Map<String, String> properties = new TreeMap<>();
        List.of("viettel", "vinaphone").forEach(link -> {
            properties.put("canhbao.links." + link + ".host", "127.0.0.1");
            properties.put("canhbao.links." + link + ".port", Integer.toString(smsc.port()));
            properties.put("canhbao.links." + link + ".system-id", link);
            properties.put("canhbao.links." + link + ".password", "secret");
        });
        properties.put("canhbao.operators.viettel.links", "viettel,vinaphone");
        keys.forEach((key, value) -> properties.put("canhbao." + key, value));
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
