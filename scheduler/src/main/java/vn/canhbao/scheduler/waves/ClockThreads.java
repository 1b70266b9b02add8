package vn.canhbao.scheduler.waves;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Threads for what is done by the clock: one that counts for a minute must not keep a window from closing in time. */
@Configuration(proxyBeanMethods = false)
class ClockThreads {

    private static final int THREADS = 12;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler threads = new ThreadPoolTaskScheduler();
        threads.setPoolSize(THREADS);
        threads.setThreadNamePrefix("clock-");
        threads.setDaemon(true);
        return threads;
    }
}
