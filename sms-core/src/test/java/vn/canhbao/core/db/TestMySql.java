package vn.canhbao.core.db;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The MySQL of {@link TestDatabase}, started once a JVM, when first asked for. */
final class TestMySql {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** {@code none}: whoever runs the tests knows already that there is no image. */
    private static final String IMAGE = System.getProperty("canhbao.mysql-image", "mysql:9.7");

    static final MySQLContainer CONTAINER =
            new MySQLContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("mysql"));

    /** Why MySQL can't be had here, or {@code null}: its tests are then skipped, and the test command names them. */
    static final String WHY_NOT = IMAGE.equals("none")
            ? "needs a MySQL image: no image registry answers"
            : whyNot(CompletableFuture.supplyAsync(new Start(CONTAINER)::started));

    private TestMySql() {}

    private static String whyNot(CompletableFuture<Boolean> started) {
        try {
            return started.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    ? null
                    : "needs Docker: no Docker engine answers";
        } catch (TimeoutException slow) {
            // Where no image registry answers, a pull, of Testcontainers' own helper image too, tries for many minutes.
            return "needs the MySQL image " + IMAGE + ": not here, and not to be had within " + PATIENCE.toMinutes()
                    + " minutes";
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ContainerFetchException) {
                return "needs the MySQL image " + IMAGE + ": no image registry answers";
            }
            // A MySQL that is here and does not start is a failure, no reason to skip.
            throw new IllegalStateException("MySQL does not start", failed.getCause());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    // A class of its own: its thread would wait for ever for the initialisation of the class around it.
    private record Start(MySQLContainer container) {

        boolean started() {
            boolean docker = DockerClientFactory.instance().isDockerAvailable();
            if (docker) {
                container.start();
            }
            return docker;
        }
    }
}
