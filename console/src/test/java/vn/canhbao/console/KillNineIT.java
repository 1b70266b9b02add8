package vn.canhbao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.canhbao.gateway.peers.CloudhopperSmsc;
import vn.canhbao.gateway.peers.PeerSmsc.ReceivedSubmit;

/** A power cut in the middle of a wave, made with kill -9 on the real process. */
class KillNineIT {

    private static final int RECIPIENTS = 20_000;
    private static final int WINDOW = 40;

    @TempDir
    Path directory;

    @Test
    void afterKillNineTheWaveFinishesAndNobodyIsMissedOrServedTwice() throws Exception {
        int port = freePort();
        RestScript script = new RestScript(port);
        try (CloudhopperSmsc smsc = CloudhopperSmsc.start()) {
            Process killed = start(port, smsc.port(), "truoc-kill.log");
            long campaign;
            try {
                await().atMost(Duration.ofMinutes(1)).until(script::answers);
                campaign = script.send(script.list("mọi người", csv()), "Canh bao: khong chuyen tien cho nguoi la.");
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> smsc.received().size() > RECIPIENTS / 3);
            } finally {
                killed.destroyForcibly().waitFor();
            }
            int beforeTheKill = smsc.received().size();
            assertThat(beforeTheKill).isLessThan(RECIPIENTS);

            Process again = start(port, smsc.port(), "sau-kill.log");
            try {
                await().atMost(Duration.ofMinutes(1)).until(script::answers);
                script.awaitFinishedOrWaitingForReceipts(campaign, Duration.ofMinutes(3));

                List<String> doubtful = script.msisdns(campaign, "UNANSWERED");
                List<String> reached = smsc.received().stream()
                        .map(ReceivedSubmit::destination)
                        .toList();
                Set<String> served = new HashSet<>(reached);
                assertThat(reached).as("nobody got a second copy").hasSameSizeAs(served);
                assertThat(script.tally(campaign, "planned")).isEqualTo(RECIPIENTS);
                assertThat(script.tally(campaign, "pending")).isZero();
                assertThat(script.tally(campaign, "failed")).isZero();
                assertThat(doubtful).as("in doubt, by name").hasSizeLessThanOrEqualTo(WINDOW);
                served.addAll(doubtful);
                assertThat(served).as("served, or named as doubtful").hasSize(RECIPIENTS);
            } finally {
                again.destroy();
                again.waitFor();
            }
        }
    }

    private Process start(int port, int smscPort, String log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        classPathAsShipped(),
                        "vn.canhbao.console.Canhbao",
                        "serve",
                        "--server.port=" + port,
                        "--canhbao.data-dir=" + directory,
                        "--canhbao.password=" + RestScript.PASSWORD,
                        "--canhbao.links.peer.host=127.0.0.1",
                        "--canhbao.links.peer.port=" + smscPort,
                        "--canhbao.links.peer.system-id=canhbao",
                        "--canhbao.links.peer.window=" + WINDOW)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", log).toFile())
                .start();
    }

    // Without the tests' own settings, which keep the database in memory.
    private static String classPathAsShipped() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String csv() {
        return IntStream.range(0, RECIPIENTS)
                .mapToObj(i -> "096%07d,Trần Thị %d,Xã Thử nghiệm".formatted(i, i))
                .collect(Collectors.joining("\n", "msisdn,full_name,unit\n", "\n"));
    }
}
