package vn.canhbao.gateway;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** tshark on the loopback's traffic of one port: captures into a file, then reads it with its SMPP dissector. */
final class WireCapture implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final Path file;
    private final Process process;
    private final Set<String> sourcePortsSeen = ConcurrentHashMap.newKeySet();

    private WireCapture(int port, Path file) throws IOException {
        this.port = port;
        this.file = file;
        Files.createDirectories(file.getParent());
        process = new ProcessBuilder(
                        "tshark",
                        "-i",
                        "lo",
                        "-f",
                        "tcp port " + port,
                        "-w",
                        file.toString(),
                        "-P",
                        "-l",
                        "-T",
                        "fields",
                        "-e",
                        "tcp.srcport")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread.ofVirtual().name("wire-capture").start(this::note);
    }

    /** Captures from now on. */
    static WireCapture of(int port, Path file) throws IOException {
        return new WireCapture(port, file);
    }

    private void note() {
        try (var lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            String line;
            while ((line = lines.readLine()) != null) {
                sourcePortsSeen.add(line.strip());
            }
        } catch (IOException ended) {
            // The process is gone.
        }
    }

    /** Waits until a connection opened from now on is captured; all before it then is too, for packets come in order. */
    void awaitCurrent() {
        Set<String> probes = new HashSet<>();
        await().atMost(PATIENCE).until(() -> {
            probes.add(probe());
            return !Collections.disjoint(probes, sourcePortsSeen);
        });
    }

    private String probe() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /** Ends the capture; the file is complete. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Every value of a field, of all PDUs in the order of the wire, in the packets that the display filter chooses. */
    List<String> read(String displayFilter, String field) throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(
                        "tshark",
                        "-r",
                        file.toString(),
                        "-d",
                        "tcp.port==" + port + ",smpp",
                        "-Y",
                        displayFilter,
                        "-T",
                        "fields",
                        "-E",
                        "occurrence=a",
                        "-E",
                        "aggregator=;",
                        "-e",
                        field)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> values = new ArrayList<>();
        try (var lines = reader.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> values.addAll(Arrays.asList(line.split(";"))));
        }
        if (reader.waitFor() != 0) {
            throw new IOException("tshark does not read " + file + " with the filter " + displayFilter);
        }
        return values;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
