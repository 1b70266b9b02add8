package vn.canhbao.bench;

import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Statistics, reports and their tables as the application starts them; nothing sends and no timer runs. */
@SpringBootApplication(scanBasePackages = {"vn.canhbao.core", "vn.canhbao.templates", "vn.canhbao.report"})
class YearApplication {

    static ConfigurableApplicationContext start(BenchDatabase database) {
        return BenchContext.start(
                YearApplication.class, database, Map.of("canhbao.data-dir", System.getProperty("java.io.tmpdir")));
    }
}
