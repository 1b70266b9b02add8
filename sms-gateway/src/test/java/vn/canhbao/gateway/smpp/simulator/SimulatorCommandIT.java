package vn.canhbao.gateway.smpp.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorCommandIT {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final SimulatorCommand command = new SimulatorCommand(printer(out), printer(err));

    @Test
    void saysWhereItListensAndRunsUntilItIsStopped() throws Exception {
        var exitCode =
                CompletableFuture.supplyAsync(() -> command.run("--port", "0", "--latency=5ms", "--profile", "bench"));
        await().until(() -> text(out).contains("\n"));

        assertThat(text(out)).startsWith("SMSC giả lập sẵn sàng ở 127.0.0.1:").hasLineCount(1);
        assertThat(exitCode).isNotDone();
        command.stop();
        assertThat(exitCode.get()).isZero();
        assertThat(text(err)).isEmpty();
    }

    @Test
    void takenPortIsOneClearLine() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());

            assertThat(command.run("--port", port)).isEqualTo(1);
            assertThat(text(err)).startsWith("Không mở được cổng " + port).hasLineCount(1);
            assertThat(text(out)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--port,x",
        "--port,70000",
        "--latency,soon",
        "--latency,-5ms",
        "--profile,other",
        "--other,1",
        "--port,"
    })
    void wrongOptionsAreExplained(String option, String value) {
        assertThat(value == null ? command.run(option) : command.run(option, value))
                .isEqualTo(2);
        assertThat(text(err)).contains(option).contains("./canhbao simulator");
    }

    private static PrintStream printer(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream source) {
        return source.toString(StandardCharsets.UTF_8);
    }
}
