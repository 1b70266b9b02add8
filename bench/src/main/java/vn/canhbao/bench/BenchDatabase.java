package vn.canhbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * A database for one run: H2 in a scratch folder, or a MySQL in a container with its own defaults, those of durability
 * among them; {@code spring.datasource.url} given from outside is used as it is.
 */
final class BenchDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MYSQL_PORT = 3306;
    // A fresh MySQL has 128 MB of buffer pool and 100 MB of redo log: a test's size, as docs/operations.md says.
    // Nothing of
    // durability is changed.
    private static final String MEMORY = "innodb-buffer-pool-size=1G\ninnodb-redo-log-capacity=1G\n";
    private static final String USER = "canhbao";

    private final Map<String, String> properties;
    private final GenericContainer<?> mysql;
    private final Path scratch;

    private BenchDatabase(Map<String, String> properties, GenericContainer<?> mysql, Path scratch) {
        this.properties = properties;
        this.mysql = mysql;
        this.scratch = scratch;
    }

    static BenchDatabase start(BenchOptions.Database kind) throws IOException, InterruptedException {
        if (kind == BenchOptions.Database.H2) {
            Path scratch = Files.createTempDirectory("canhbao-bench");
            String url =
                    "jdbc:h2:file:" + scratch.resolve("bench") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0";
            return new BenchDatabase(Map.of("spring.datasource.url", url), null, scratch);
        }
        if (System.getProperty("spring.datasource.url") != null || System.getenv("SPRING_DATASOURCE_URL") != null) {
            return new BenchDatabase(Map.of(), null, null);
        }
        return mysql();
    }

    private static BenchDatabase mysql() throws InterruptedException {
        // ./canhbao names the image that .ci/run builds; with the host's network no proxy stands in between. Elsewhere
        // the
        // ordinary image with a mapped port works on every kind of Docker. Not Testcontainers' own MySQLContainer: it
        // brings
        // settings with it, a buffer pool of 16 MB for one.
        String own = System.getProperty("canhbao.mysql-image");
        GenericContainer<?> mysql = new GenericContainer<>(DockerImageName.parse(own == null ? "mysql:9.7" : own))
                .withEnv(Map.of(
                        "MYSQL_DATABASE", USER,
                        "MYSQL_USER", USER,
                        "MYSQL_PASSWORD", USER,
                        "MYSQL_ROOT_PASSWORD", USER));
        int port = Kannel.freePort();
        if (own == null) {
            mysql.withExposedPorts(MYSQL_PORT);
        } else {
            mysql.withNetworkMode("host")
                    .withCopyToContainer(
                            Transferable.of(
                                    "[mysqld]\nbind-address=127.0.0.1\nport=" + port + "\nmysqlx=OFF\n" + MEMORY),
                            "/etc/my.cnf");
        }
        mysql.start();
        Runtime.getRuntime().addShutdownHook(new Thread(mysql::stop));
        String url = "jdbc:mysql://127.0.0.1:" + (own == null ? mysql.getMappedPort(MYSQL_PORT) : port) + "/" + USER
                + "?sslMode=DISABLED&allowPublicKeyRetrieval=true";
        awaitAnswer(url);
        return new BenchDatabase(
                Map.of(
                        "spring.datasource.url", url,
                        "spring.datasource.username", USER,
                        "spring.datasource.password", USER),
                mysql,
                null);
    }

    private static void awaitAnswer(String url) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var connection = DriverManager.getConnection(url, USER, USER)) {
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("MySQL does not answer: " + notYet.getMessage(), notYet);
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    /** For the application that uses it. */
    Map<String, String> properties() {
        return properties;
    }

    /** mysqld, where it is a process that this machine shows. */
    Optional<ProcessHandle> server() {
        return Optional.ofNullable(mysql)
                .map(container -> container.getCurrentContainerInfo().getState().getPidLong())
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info()
                        .command()
                        .filter(path -> path.endsWith("mysqld"))
                        .isPresent());
    }

    @Override
    public void close() throws IOException {
        if (mysql != null) {
            mysql.stop();
        }
        if (scratch != null) {
            try (var files = Files.walk(scratch)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
