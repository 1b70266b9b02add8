package vn.canhbao.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Scheduler, templates and their tables as the application starts them, without gateway and console. */
@SpringBootApplication(
        scanBasePackages = {"vn.canhbao.core", "vn.canhbao.templates", "vn.canhbao.report", "vn.canhbao.scheduler"})
class PrepareApplication {

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    static ConfigurableApplicationContext start(BenchDatabase database) {
        Map<String, Object> properties = new HashMap<>(database.properties());
        properties.putAll(Map.of(
                "spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED",
                "spring.batch.job.enabled", "false",
                "spring.batch.jdbc.initialize-schema", "never",
                "spring.quartz.auto-startup", "false",
                "canhbao.data-dir", System.getProperty("java.io.tmpdir"),
                "logging.level.root", "WARN",
                "spring.main.banner-mode", "off"));
        return new SpringApplicationBuilder(PrepareApplication.class)
                .web(WebApplicationType.NONE)
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }
}
