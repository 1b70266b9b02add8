package vn.canhbao.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The gateway and its tables without scheduler and console. */
@SpringBootApplication(scanBasePackages = {"vn.canhbao.core", "vn.canhbao.gateway"})
class BenchApplication {

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }
}
