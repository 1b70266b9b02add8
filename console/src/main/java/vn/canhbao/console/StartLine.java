package vn.canhbao.console;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the application is to be found as soon as it can be, and lets the libraries speak on the console. */
@Component
final class StartLine {

    private final Environment settings;

    StartLine(Environment settings) {
        this.settings = settings;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.putProperty(ConsoleFilter.STARTED, "true");
        }
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            LoggerFactory.getLogger(Canhbao.class)
                    .info(
                            "canhbao đã sẵn sàng tại http://{}:{} (ready; REST: /api/v1)",
                            settings.getProperty("server.address", "localhost"),
                            web.getWebServer().getPort());
        }
    }
}
