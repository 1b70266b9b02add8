package vn.canhbao.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** The links: as configured, or, where none is, one to each operator of the built-in SMSC. */
@Configuration(proxyBeanMethods = false)
class LinkPlanConfiguration {

    private static final Logger log = LoggerFactory.getLogger(LinkPlanConfiguration.class);

    /**
     * {@code canhbao.operators.<code>.*}.
     *
     * @param weights points of its links by name; none: the first that is up takes all
     * @param submitsPerSecond 0: no limit but that of each link
     */
    record OperatorSettings(
            List<String> links,
            Map<String, Integer> weights,
            @DefaultValue("0") int submitsPerSecond) {}

    // A key that we don't know under a link must not pass in silence: it could be the one that turns TLS on.
    @Bean
    LinkPlan linkPlan(Environment environment, EmbeddedSmsc embedded) {
        Binder binder = Binder.get(environment);
        Map<String, LinkSettings> links = binder.bind(
                        "canhbao.links",
                        Bindable.mapOf(String.class, LinkSettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .orElse(Map.of());
        Map<String, List<String>> operators = new HashMap<>();
        Map<String, Map<String, Integer>> weights = new HashMap<>();
        Map<String, Integer> rates = new HashMap<>();
        binder.bind("canhbao.operators", Bindable.mapOf(String.class, OperatorSettings.class))
                .orElse(Map.of())
                .forEach((name, settings) -> {
                    String code = name.toUpperCase(Locale.ROOT);
                    if (settings.links() != null) {
                        operators.put(code, settings.links());
                    }
                    if (settings.weights() != null) {
                        weights.put(code, settings.weights());
                    }
                    if (settings.submitsPerSecond() > 0) {
                        rates.put(code, settings.submitsPerSecond());
                    }
                });
        return links.isEmpty()
                ? new LinkPlan(embedded.start(), Map.of(), Map.of(), rates)
                : new LinkPlan(new TreeMap<>(links), operators, weights, rates);
    }

    @Bean(destroyMethod = "close")
    EmbeddedSmsc embeddedSmsc(Environment environment) {
        return new EmbeddedSmsc(Binder.get(environment)
                .bind("canhbao.simulator", SimulatorSettings.class)
                .orElseGet(SimulatorSettings::embedded));
    }

    /** The built-in SMSC of the embedded default; it starts only when no link is configured. */
    static final class EmbeddedSmsc implements AutoCloseable {

        private static final int WINDOW = 20;
        // The built-in SMSC answers within milliseconds or, on purpose, never.
        private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(3);

        private final SimulatorSettings settings;
        private SmscSimulator simulator;

        EmbeddedSmsc(SimulatorSettings settings) {
            this.settings = settings;
        }

        private Map<String, LinkSettings> start() {
            simulator = SmscSimulator.start(settings);
            log.info(
                    "Chưa cấu hình kênh nào: dùng SMSC giả lập ở cổng {} (no link configured: built-in SMSC)",
                    simulator.port());
            Map<String, LinkSettings> links = new TreeMap<>();
            settings.operators()
                    .forEach((systemId, operator) -> links.put(systemId, link(systemId, operator.password())));
            return links;
        }

        // Through the binder, so that every other setting has its default.
        private LinkSettings link(String systemId, String password) {
            return new Binder(new MapConfigurationPropertySource(Map.of(
                            "host", "127.0.0.1",
                            "port", simulator.port(),
                            "system-id", systemId,
                            "password", password,
                            "window", WINDOW,
                            "exercise", true,
                            "response-timeout", RESPONSE_TIMEOUT)))
                    .bind("", LinkSettings.class)
                    .get();
        }

        @Override
        public void close() {
            if (simulator != null) {
                simulator.close();
            }
        }
    }
}
