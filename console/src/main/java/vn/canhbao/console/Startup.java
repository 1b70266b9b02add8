package vn.canhbao.console;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application, or says in one line why it can't and ends with exit code 1; the log file has the rest. */
public final class Startup {

    private Startup() {}

    /** The started application; a failure ends the process. */
    public static ConfigurableApplicationContext run(String... options) {
        SpringApplication application = new SpringApplication(Canhbao.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        DataDirectory dataDirectory = new DataDirectory();
        application.addListeners(dataDirectory);
        try {
            return application.run(options);
        } catch (RuntimeException failure) {
            System.err.println(StartFailure.explain(failure, dataDirectory.settings()));
            System.exit(1);
            throw failure;
        }
    }
}
