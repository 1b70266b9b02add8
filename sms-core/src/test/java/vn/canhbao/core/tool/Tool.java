package vn.canhbao.core.tool;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program of others that tests need and a developer's machine may lack; {@code .ci/run} installs every one. */
public enum Tool {
    CHROMIUM("apt-get install chromium", "chromium", "--version"),
    KANNEL("apt-get install kannel", "bearerbox", "--version"),
    LIBREOFFICE("apt-get install libreoffice-calc-nogui", "soffice", "--version"),
    NET_SMPP("apt-get install libnet-smpp-perl", "perl", "-MNet::SMPP", "-e", "1"),
    NODE_SMPP(
            "npm ci in sms-gateway/src/test/peers/node-smpp",
            "node",
            "-e",
            "require('../sms-gateway/src/test/peers/node-smpp/node_modules/smpp')"),
    /** Lists the interfaces too: without the right to capture there are none. */
    TSHARK("apt-get install tshark, and the right to capture on loopback", "tshark", "-D");

    private static final int PATIENCE_SECONDS = 30;

    private final String howToGetIt;
    private final List<String> probe;

    /** @param probe ends with 0 where the tool is there and works */
    Tool(String howToGetIt, String... probe) {
        this.howToGetIt = howToGetIt;
        this.probe = List.of(probe);
    }

    /** Why tests with this tool can't run here; empty where they can. */
    public Optional<String> missing() {
        return works() ? Optional.empty() : Optional.of("needs " + this + ": " + howToGetIt);
    }

    /** Skips the running test, by name and with the reason, where the tool is missing. */
    public void assumeHere() {
        missing().ifPresent(Assumptions::abort);
    }

    private boolean works() {
        try {
            Process process = new ProcessBuilder(probe)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
