package vn.canhbao.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
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
        return BenchContext.start(
                PrepareApplication.class, database, Map.of("canhbao.data-dir", System.getProperty("java.io.tmpdir")));
    }
}
