package vn.canhbao.bench;

import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The tables and the export of messages without the rest of the application. */
@EnableAutoConfiguration(exclude = {QuartzAutoConfiguration.class, BatchJdbcAutoConfiguration.class})
@ComponentScan({"vn.canhbao.core.db", "vn.canhbao.report.table"})
class ExportApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
