package vn.canhbao.scheduler.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.SetBasedWriter;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.Person;
import vn.canhbao.core.recipient.RecipientImport;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.core.recipient.Recipients;
import vn.canhbao.core.recipient.Units;
import vn.canhbao.scheduler.imports.RecipientImporter.Reading;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ImportRestartIT {

    @TempDir
    Path dataDirectory;

    final TestDatabase.Opened database;

    ImportRestartIT(TestDatabase kind) {
        database = kind.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Recipients whose table breaks at the n-th block, as a full disk or a lost connection would. */
    static class Breaking {

        @Bean
        @Primary
        BreakingRecipients breakingRecipients(JdbcClient jdbc, SetBasedWriter writer, Units units, Clock clock) {
            return new BreakingRecipients(jdbc, writer, units, clock);
        }
    }

    static class BreakingRecipients extends Recipients {

        private final AtomicInteger blocksUntilBroken = new AtomicInteger(Integer.MAX_VALUE);

        BreakingRecipients(JdbcClient jdbc, SetBasedWriter writer, Units units, Clock clock) {
            super(jdbc, writer, units, clock);
        }

        void breakAt(int blocks) {
            blocksUntilBroken.set(blocks);
        }

        @Override
        public Upserted upsert(List<Person> people) {
            Upserted upserted = super.upsert(people);
            if (blocksUntilBroken.getAndDecrement() == 0) {
                throw new IllegalStateException("disk full");
            }
            return upserted;
        }
    }

    @Test
    void importThatFailedTwiceAndWentOnEndsLikeOneThatDidNot() {
        try (var application = ImportApplication.start(database.dataSource(), dataDirectory, Breaking.class)) {
            var recipients = application.bean(BreakingRecipients.class);
            long list = application.list("Cán bộ");
            recipients.breakAt(2);

            RecipientImport failed = application.run(list, ManyRows.FILE);

            assertThat(failed.status()).isEqualTo(ImportStatus.FAILED);
            assertThat(failed.failure()).contains("disk full").contains("nhập lại tệp");
            assertThat(failed.read()).isEqualTo(2 * RecipientImportJob.CHUNK);

            recipients.breakAt(1);
            assertThat(again(application, failed.id()).read()).isEqualTo(3 * RecipientImportJob.CHUNK);

            recipients.breakAt(Integer.MAX_VALUE);
            RecipientImport done = again(application, failed.id());

            ManyRows.assertImported(done, application, database.jdbc());
            assertThatThrownBy(() -> application.bean(RecipientImporter.class).resume(done.id(), "quantri"))
                    .isInstanceOf(ConflictingState.class);
        }
    }

    @Test
    void shutdownStopsAfterAChunkAndTheNextStartGoesOn() {
        long importId;
        try (var application = ImportApplication.start(database.dataSource(), dataDirectory)) {
            importId = application
                    .begin(application.list("Cán bộ"), ManyRows.FILE.getBytes(StandardCharsets.UTF_8), Reading.AS_FOUND)
                    .id();
        }
        var left = new RecipientImports(database.jdbc(), database.setBased(), Clock.systemUTC()).find(importId);
        assertThat(left.status()).isEqualTo(ImportStatus.STOPPED);
        assertThat(left.read()).isLessThan(ManyRows.ROWS);

        try (var application = ImportApplication.start(database.dataSource(), dataDirectory)) {
            ManyRows.assertImported(completed(application, importId), application, database.jdbc());
        }
    }

    @Test
    void importOfAProcessKilledTwiceGoesOnAtTheNextStart() throws Exception {
        String url = database.kind() == TestDatabase.MYSQL
                ? database.dataSource().getJdbcUrl()
                : "jdbc:h2:file:" + dataDirectory.resolve("db") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0";

        dies(url, "begin");
        assertThat(readRows(url)).isEqualTo(2 * RecipientImportJob.CHUNK);
        dies(url, "go-on");
        assertThat(readRows(url)).isEqualTo(4 * RecipientImportJob.CHUNK);

        try (var reopened = pool(url);
                var application = ImportApplication.start(reopened, dataDirectory)) {
            JdbcClient jdbc = JdbcClient.create(reopened);
            long importId = jdbc.sql("SELECT id FROM recipient_import")
                    .query(Long.class)
                    .single();
            ManyRows.assertImported(completed(application, importId), application, jdbc);
        }
    }

    private void dies(String url, String how) throws Exception {
        Path log = dataDirectory.resolve(how + ".log");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingImport.class.getName(),
                        url,
                        database.dataSource().getUsername(),
                        database.dataSource().getPassword(),
                        dataDirectory.toString(),
                        how)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(() -> read(log)).isEqualTo(137);
        } finally {
            process.destroyForcibly();
        }
    }

    private long readRows(String url) {
        try (var reopened = pool(url)) {
            return JdbcClient.create(reopened)
                    .sql("SELECT read_rows FROM recipient_import WHERE status = 'RUNNING'")
                    .query(Long.class)
                    .single();
        }
    }

    private HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(database.dataSource().getUsername());
        pool.setPassword(database.dataSource().getPassword());
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return pool;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // The claim on the file is given back a moment after the status is written.
    private static RecipientImport again(ImportApplication application, long importId) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(ConflictingState.class)
                .until(() -> application.bean(RecipientImporter.class).resume(importId, "quantri") != null);
        return application.ended(importId);
    }

    private static RecipientImport completed(ImportApplication application, long importId) {
        var imports = application.bean(RecipientImports.class);
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> imports.find(importId),
                        state -> state.status() == ImportStatus.COMPLETED || state.status() == ImportStatus.FAILED);
    }
}
