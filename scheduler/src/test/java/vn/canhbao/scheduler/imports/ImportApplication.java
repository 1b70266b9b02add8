package vn.canhbao.scheduler.imports;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.RecipientImport;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.core.recipient.RecipientLists;

/** The part of the application that imports, on a database and a data directory of the test's. */
final class ImportApplication implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ImportApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    // No @Configuration: the other tests of this module scan these packages.
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
    static class Parts {

        @Bean
        java.time.Clock clock() {
            return java.time.Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    /** Starts it as the application does, going on with interrupted imports. */
    static ImportApplication start(DataSource dataSource, Path dataDirectory, Class<?>... more) {
        return new ImportApplication(new SpringApplicationBuilder(Parts.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .properties(
                        "canhbao.data-dir=" + dataDirectory,
                        "spring.batch.job.enabled=false",
                        "spring.batch.jdbc.initialize-schema=never",
                        "spring.quartz.auto-startup=false",
                        "spring.main.banner-mode=off",
                        "spring.main.register-shutdown-hook=false")
                .initializers(starting -> starting.getBeanFactory().registerSingleton("dataSource", dataSource))
                .run());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    long list(String name) {
        return bean(RecipientLists.class).create(name, "soanthao").id();
    }

    RecipientImport begin(long list, byte[] file, RecipientImporter.Reading reading) {
        return bean(RecipientImporter.class)
                .start(list, "cán bộ.csv", new ByteArrayInputStream(file), reading, "soanthao");
    }

    /** Imports a file and waits for the end. */
    RecipientImport run(long list, byte[] file) {
        return ended(begin(list, file, RecipientImporter.Reading.AS_FOUND).id());
    }

    RecipientImport run(long list, String file) {
        return run(list, file.getBytes(StandardCharsets.UTF_8));
    }

    RecipientImport ended(long importId) {
        var imports = bean(RecipientImports.class);
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> imports.find(importId), state -> state.status() != ImportStatus.RUNNING);
    }

    /** Every row of the tables that recipients live in, to compare before and after. */
    static List<Map<String, Object>> recipientTables(JdbcClient jdbc) {
        return java.util.stream.Stream.of(
                        "SELECT * FROM recipient ORDER BY id",
                        "SELECT * FROM unit ORDER BY id",
                        "SELECT * FROM recipient_list ORDER BY id",
                        "SELECT * FROM recipient_list_member ORDER BY list_id, recipient_id")
                .flatMap(sql -> jdbc.sql(sql).query().listOfRows().stream())
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
