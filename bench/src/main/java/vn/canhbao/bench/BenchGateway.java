package vn.canhbao.bench;

import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;

/** The gateway under measurement, as the application starts it: one link to one SMSC. */
final class BenchGateway {

    static final String LINK = "bench";
    static final String SYSTEM_ID = "viettel";

    private BenchGateway() {}

    static ConfigurableApplicationContext start(BenchDatabase database, int smscPort, int window) {
        return BenchContext.start(
                BenchApplication.class,
                database,
                Map.of(
                        "canhbao.links.bench.host",
                        "127.0.0.1",
                        "canhbao.links.bench.port",
                        smscPort,
                        "canhbao.links.bench.system-id",
                        SYSTEM_ID,
                        "canhbao.links.bench.password",
                        SimulatorSettings.EMBEDDED_PASSWORD,
                        "canhbao.links.bench.window",
                        window,
                        "camel.main.autoStartup",
                        "true"));
    }
}
