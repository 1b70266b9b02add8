package vn.canhbao.gateway.smpp.simulator;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.convert.DurationStyle;

/**
 * {@code ./canhbao simulator [--port N] [--latency 20ms] [--receipt-delay 1s] [--profile demo|bench]}: the built-in SMSC on its own, until
 * SIGTERM or Ctrl+C. Exit code 0, 1 when the port is taken, 2 for wrong options.
 */
public final class SimulatorCommand {

    private static final int DEFAULT_PORT = 2775;
    private static final String USAGE =
            "Cách dùng (usage): ./canhbao simulator [--port 2775] [--latency 20ms] [--receipt-delay 1s] [--profile demo|bench]";

    private final PrintStream out;
    private final PrintStream err;
    private final CountDownLatch end = new CountDownLatch(1);

    public SimulatorCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        var command = new SimulatorCommand(System.out, System.err);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            command.stop();
            joinQuietly(main);
        }));
        int exitCode = command.run(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Runs until {@link #stop()}; returns the exit code. */
    public int run(String... args) {
        SimulatorSettings settings;
        try {
            settings = settings(args);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println(USAGE);
            return 2;
        }
        try (var smsc = SmscSimulator.start(settings)) {
            out.println("SMSC giả lập sẵn sàng ở " + settings.host() + ":" + smsc.port()
                    + " (simulated SMSC ready); system_id "
                    + String.join(", ", settings.operators().keySet()) + "; password "
                    + SimulatorSettings.EMBEDDED_PASSWORD);
            end.await();
            return 0;
        } catch (UncheckedIOException taken) {
            err.println("Không mở được cổng " + settings.port() + " ("
                    + taken.getCause().getMessage()
                    + "); chọn cổng khác bằng --port (cannot listen on port " + settings.port()
                    + ": choose another with --port)");
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Lets {@link #run} return. */
    public void stop() {
        end.countDown();
    }

    private static SimulatorSettings settings(String... args) {
        SimulatorSettings settings = SimulatorSettings.embedded();
        int port = DEFAULT_PORT;
        DelayRange latency = null;
        DelayRange receiptDelay = null;
        for (int i = 0; i < args.length; i++) {
            String[] option = args[i].split("=", 2);
            String value = option.length == 2 ? option[1] : ++i < args.length ? args[i] : "";
            switch (option[0]) {
                case "--port" -> port = port(value);
                case "--latency" -> latency = DelayRange.of(duration("--latency", value));
                case "--receipt-delay" -> receiptDelay = DelayRange.of(duration("--receipt-delay", value));
                case "--profile" -> settings = profile(value);
                default -> throw new IllegalArgumentException("Không hiểu tùy chọn " + option[0] + " (unknown option)");
            }
        }
        settings = latency == null ? settings : settings.withLatency(latency);
        return (receiptDelay == null ? settings : settings.withReceiptDelay(receiptDelay)).onPort(port);
    }

    private static SimulatorSettings profile(String name) {
        return switch (name) {
            case "demo" -> SimulatorSettings.embedded();
            case "bench" -> SimulatorSettings.bench();
            default ->
                throw new IllegalArgumentException(
                        "--profile là demo hoặc bench, không phải \"" + name + "\" (must be demo or bench)");
        };
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException(
                "--port là số từ 0 đến 65535, không phải \"" + text + "\" (must be a number from 0 to 65535)");
    }

    private static Duration duration(String option, String text) {
        try {
            Duration duration = DurationStyle.detectAndParse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (IllegalArgumentException notADuration) {
            // Said below.
        }
        throw new IllegalArgumentException(option + " là khoảng thời gian như 20ms hoặc 1s, không phải \"" + text
                + "\" (must be a duration such as 20ms or 1s)");
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
