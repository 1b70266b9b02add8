package vn.canhbao.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Makes sure of {@code canhbao.data-dir} (database, uploads, logs) before anything is written there. */
final class DataDirectory implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String SETTING = "canhbao.data-dir";

    private ConfigurableEnvironment settings = new StandardEnvironment();

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        settings = event.getEnvironment();
        Path directory =
                Path.of(settings.getProperty(SETTING, "data")).toAbsolutePath().normalize();
        // H2 refuses a path that only looks relative, and nobody should have to know.
        settings.getPropertySources()
                .addFirst(new MapPropertySource("dataDirectory", Map.of(SETTING, directory.toString())));
        try {
            Files.createDirectories(directory.resolve("logs"));
        } catch (IOException refused) {
            throw new NotWritable(directory, refused);
        }
        if (!Files.isWritable(directory) || !Files.isWritable(directory.resolve("logs"))) {
            throw new NotWritable(directory, null);
        }
    }

    /** What the application was started with, as far as it is known. */
    ConfigurableEnvironment settings() {
        return settings;
    }

    // The log file lies in the directory.
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    /** The data directory can't be made or written to. */
    static final class NotWritable extends RuntimeException {

        NotWritable(Path directory, IOException cause) {
            super(directory.toString(), cause);
        }
    }
}
