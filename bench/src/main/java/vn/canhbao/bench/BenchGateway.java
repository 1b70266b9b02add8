package vn.canhbao.bench;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;

/** The gateway under measurement, as the application starts it: one link to one SMSC. */
final class BenchGateway {

    static final String LINK = "bench";
    static final String SYSTEM_ID = "viettel";

    private BenchGateway() {}

    static ConfigurableApplicationContext start(BenchDatabase database, int smscPort, int window) {
        Map<String, Object> properties = new HashMap<>(database.properties());
        properties.putAll(Map.of(
                "canhbao.links.bench.host", "127.0.0.1",
                "canhbao.links.bench.port", smscPort,
                "canhbao.links.bench.system-id", SYSTEM_ID,
                "canhbao.links.bench.password", SimulatorSettings.EMBEDDED_PASSWORD,
                "canhbao.links.bench.window", window,
                "spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED",
                "spring.batch.job.enabled", "false",
                "spring.quartz.auto-startup", "false",
                "logging.level.root", "WARN",
                "spring.main.banner-mode", "off"));
        properties.put("camel.main.autoStartup", "true");
        return new SpringApplicationBuilder(BenchApplication.class)
                .web(WebApplicationType.NONE)
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }
}
