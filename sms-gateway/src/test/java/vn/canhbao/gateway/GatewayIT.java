package vn.canhbao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.gateway.link.BindState;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.Links;

/** The whole gateway against the built-in SMSC over TCP: from READY rows to final states. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
public class GatewayIT {

    final TestDatabase.Opened database;
    ConfigurableApplicationContext application;

    GatewayIT(TestDatabase kind) {
        database = kind.open();
    }

    @AfterEach
    void close() {
        if (application != null) {
            application.close();
        }
        database.close();
    }

    @Test
    void everyMessageOfEveryOperatorReachesAFinalStateAndTotalsAddUp() {
        StoredWave stored = StoredWave.in(database);
        List<String> prefixes = List.of("96", "91", "90", "92", "99", "87", "55");
        List<String> operators =
                List.of("VIETTEL", "VINAPHONE", "MOBIFONE", "VIETNAMOBILE", "GMOBILE", "ITEL", "WINTEL");
        var prepared = new ArrayList<vn.canhbao.core.message.PreparedMessage>();
        for (int i = 0; i < 210; i++) {
            var plain = stored.message("84%s%07d".formatted(prefixes.get(i % 7), i), "Cảnh báo số " + i, 1);
            prepared.add(new vn.canhbao.core.message.PreparedMessage(
                    plain.waveId(),
                    plain.campaignId(),
                    i,
                    plain.msisdn(),
                    operators.get(i % 7),
                    plain.senderId(),
                    plain.text(),
                    1,
                    plain.status(),
                    Instant.now().plus(Duration.ofMinutes(10)),
                    null));
        }
        new PreparedMessages(database.jdbcTemplate()).add(prepared);

        application = start();

        await().atMost(Duration.ofSeconds(60)).until(() -> {
            Tallies now = stored.tally();
            return now.pending() + now.submitted() == 0;
        });
        Tallies end = stored.tally();
        assertThat(end.planned()).isEqualTo(210);
        assertThat(end.delivered()).isGreaterThan(150);
        assertThat(application.getBean(Links.class).all())
                .extracting(LinkState::state)
                .containsOnly(BindState.BOUND)
                .hasSize(7);
    }

    @Test
    void aRefusedBindIsSaidInOneLineWithTheRemedy() {
        application = start(Map.of(
                "canhbao.links.viettel.host", "127.0.0.1",
                "canhbao.links.viettel.port", "1",
                "canhbao.links.viettel.system-id", "x"));

        Links links = application.getBean(Links.class);

        await().until(() -> links.all().getFirst().lastError() != null);
        assertThat(links.all().getFirst().lastError())
                .contains("viettel", "127.0.0.1:1", "connection refused")
                .doesNotContain("\n");
        assertThat(links.all().getFirst().state()).isEqualTo(BindState.BINDING);
    }

    @Test
    void aKeyThatNoLinkKnowsIsRefused() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> start(Map.of(
                        "canhbao.links.viettel.host", "127.0.0.1",
                        "canhbao.links.viettel.port", "1",
                        "canhbao.links.viettel.system-id", "x",
                        "canhbao.links.viettel.tls.enable", "true")))
                .hasStackTraceContaining("canhbao.links.viettel.tls.enable");
    }

    private ConfigurableApplicationContext start() {
        return start(Map.of());
    }

    private ConfigurableApplicationContext start(Map<String, String> properties) {
        List<String> arguments = new ArrayList<>(Arrays.asList(
                "--spring.datasource.url=" + database.dataSource().getJdbcUrl(),
                "--spring.datasource.username=" + database.dataSource().getUsername(),
                "--spring.datasource.password=" + database.dataSource().getPassword(),
                "--spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED"));
        properties.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return new SpringApplicationBuilder(GatewayAlone.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    @SpringBootApplication(scanBasePackages = {"vn.canhbao.core", "vn.canhbao.gateway"})
    public static class GatewayAlone {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
