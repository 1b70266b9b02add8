package vn.canhbao.core;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock; people plan and read in {@link #LOCAL}, tables hold UTC. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    /** UTC+7 all year, no daylight saving. */
    public static final ZoneId LOCAL = ZoneId.of("Asia/Ho_Chi_Minh");

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
