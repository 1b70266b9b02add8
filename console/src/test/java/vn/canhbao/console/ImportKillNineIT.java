package vn.canhbao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A power cut in the middle of an import, made with kill -9 on the real process. */
class ImportKillNineIT {

    private static final int ROWS = 60_000;

    @TempDir
    Path directory;

    @Test
    void afterKillNineTheImportGoesOnAndEndsAsIfNothingHadHappened() throws Exception {
        int port = freePort();
        RestScript script = new RestScript(port);
        Process killed = start(port, "nhap-truoc-kill.log");
        long importId;
        long list;
        try {
            await().atMost(Duration.ofMinutes(1)).until(script::answers);
            list = script.emptyList("thuê bao");
            importId = script.startImport(list, csv());
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> script.importState(importId).get("read").asLong() > ROWS / 4);
        } finally {
            killed.destroyForcibly().waitFor();
        }

        Process again = start(port, "nhap-sau-kill.log");
        try {
            await().atMost(Duration.ofMinutes(1)).until(script::answers);
            JsonNode done = await().atMost(Duration.ofMinutes(3))
                    .until(
                            () -> script.importState(importId),
                            state -> !state.get("status").asString().equals("RUNNING"));

            assertThat(done.get("status").asString()).isEqualTo("COMPLETED");
            assertThat(List.of(
                            done.get("read").asLong(),
                            done.get("accepted").asLong(),
                            done.get("duplicates").asLong(),
                            done.get("rejected").asLong()))
                    .containsExactly((long) ROWS, ROWS * 98L / 100, ROWS / 100L, ROWS / 100L);
            assertThat(script.listSize(list)).isEqualTo(ROWS * 98L / 100);
            assertThat(script.rejectedRows(importId))
                    .containsExactlyElementsOf(IntStream.range(0, ROWS)
                            .filter(row -> row % 100 == 50)
                            .mapToObj(row -> row + 2L)
                            .toList());
        } finally {
            again.destroy();
            again.waitFor();
        }
    }

    // One row in a hundred is wrong, one repeats the number of a row half-way back to the start.
    private static String csv() {
        return IntStream.range(0, ROWS)
                .mapToObj(ImportKillNineIT::row)
                .collect(Collectors.joining("", "msisdn,full_name,unit\n", ""));
    }

    private static String row(int row) {
        return switch (row % 100) {
            case 50 -> "0,Sai " + row + ",Xã Thử nghiệm\n";
            case 99 -> "096%07d,Người khác,Xã Thử nghiệm\n".formatted(row / 2 / 100 * 100);
            default -> "096%07d,Trần Thị %d,Xã Thử nghiệm %d\n".formatted(row, row, row % 30);
        };
    }

    private Process start(int port, String log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        classPathAsShipped(),
                        "vn.canhbao.console.Canhbao",
                        "serve",
                        "--server.port=" + port,
                        "--canhbao.data-dir=" + directory,
                        "--canhbao.password=" + RestScript.PASSWORD)
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
}
