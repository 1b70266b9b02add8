package vn.canhbao.scheduler.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.db.TestDatabase;

/** A process that dies while it prepares, and dies again when it goes on. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PreparationKilledIT {

    private static final int PEOPLE = 9_000;

    final TestDatabase.Opened database;

    @TempDir
    Path directory;

    PreparationKilledIT(TestDatabase kind) {
        database = kind.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void afterTwoKillsEverybodyHasOneMessage() throws Exception {
        String url = database.kind() == TestDatabase.MYSQL
                ? database.dataSource().getJdbcUrl()
                : "jdbc:h2:file:" + directory.resolve("db") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0";
        try (HikariDataSource pool = pool(url);
                var application =
                        SchedulerApplication.start(pool, directory, null, List.of(), PreparationIT.Held.class)) {
            PreparationIT.Held.reset();
            PreparationIT.Held.failFrom.set(1);
            long list = SchedulerApplication.list(JdbcClient.create(pool), "mọi người", PEOPLE);
            application.approved(
                    List.of(list), "Chào {{full_name}}", TextForm.ACCENTED, Duration.ofHours(1), WavePlan.now());
            await().atMost(Duration.ofSeconds(60)).until(PreparationIT.Held.failed::get);
        }

        dies(url, "first");
        long afterTheFirst = count(url, "SELECT COUNT(*) FROM message");
        assertThat(afterTheFirst).isBetween(1L, PEOPLE - 1L);
        dies(url, "second");
        assertThat(count(url, "SELECT COUNT(*) FROM message")).isBetween(afterTheFirst + 1, PEOPLE - 1L);

        try (HikariDataSource pool = pool(url);
                var application = SchedulerApplication.start(pool, directory, null, List.of())) {
            JdbcClient jdbc = JdbcClient.create(pool);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> jdbc.sql("SELECT COUNT(*) FROM wave WHERE status = 'RUNNING'")
                                    .query(Long.class)
                                    .single()
                            == 1);
        }
        assertThat(count(url, "SELECT COUNT(*) FROM message")).isEqualTo(PEOPLE);
        assertThat(count(url, "SELECT COUNT(DISTINCT m.msisdn) FROM message m JOIN recipient r ON r.msisdn = m.msisdn"))
                .isEqualTo(PEOPLE);
    }

    private void dies(String url, String name) throws Exception {
        Path log = directory.resolve(name + ".log");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingPreparation.class.getName(),
                        url,
                        database.dataSource().getUsername(),
                        database.dataSource().getPassword(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(() -> read(log)).isEqualTo(137);
        } finally {
            process.destroyForcibly();
        }
    }

    private long count(String url, String sql) {
        try (HikariDataSource pool = pool(url)) {
            return JdbcClient.create(pool).sql(sql).query(Long.class).single();
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
}
