package vn.canhbao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built-in SMSC in a process of its own, so that its work and ours are told apart. */
final class SimulatorProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final int port;

    private SimulatorProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and waits until it listens. */
    static SimulatorProcess start(Duration receiptDelay) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path")));
        // From the runnable jar, its loader finds the simulator's main inside.
        if (isBootJar()) {
            command.add("-Dloader.main=vn.canhbao.gateway.smpp.simulator.SimulatorCommand");
            command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            command.add("vn.canhbao.gateway.smpp.simulator.SimulatorCommand");
        }
        command.addAll(List.of("--port", "0", "--profile", "bench", "--receipt-delay", receiptDelay.toMillis() + "ms"));
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line;
        while ((line = out.readLine()) != null) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> drain(out));
                return new SimulatorProcess(process, Integer.parseInt(ready.group(1)));
            }
        }
        throw new IOException("the built-in SMSC did not start");
    }

    private static boolean isBootJar() {
        return System.getProperty("java.class.path").endsWith("-app.jar");
    }

    private static void drain(BufferedReader out) {
        try {
            while (out.readLine() != null) {
                // Its log is of no interest here, but its pipe must not fill.
            }
        } catch (IOException ended) {
            // The process is gone.
        }
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
