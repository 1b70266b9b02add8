package vn.canhbao.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The import and its tables without the rest of the application. */
@EnableAutoConfiguration
@ComponentScan({
    "vn.canhbao.core.audit",
    "vn.canhbao.core.db",
    "vn.canhbao.core.key",
    "vn.canhbao.core.operator",
    "vn.canhbao.core.recipient",
    "vn.canhbao.scheduler.batch",
    "vn.canhbao.scheduler.imports"
})
class ImportApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }
}
