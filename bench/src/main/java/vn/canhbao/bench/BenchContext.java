package vn.canhbao.bench;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the part of the application that is measured, on the bench's database, without timers of its own. */
final class BenchContext {

    private BenchContext() {}

    static ConfigurableApplicationContext start(Class<?> application, BenchDatabase database, Map<String, ?> more) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED",
                "spring.batch.job.enabled", "false",
                "spring.batch.jdbc.initialize-schema", "never",
                "spring.quartz.auto-startup", "false",
                "logging.level.root", "WARN",
                "spring.main.banner-mode", "off"));
        properties.putAll(database.properties());
        properties.putAll(more);
        // As arguments: the console's application.yml is on the class path, and its database would win over defaults.
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }
}
