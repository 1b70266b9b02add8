package vn.canhbao.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Kannel, another SMS gateway: its bearerbox (SMPP, spool store, receipts in memory) and smsbox (HTTP), started with a
 * configuration of our own on free ports of the loopback.
 */
final class Kannel implements AutoCloseable {

    static final String PASSWORD = "canhbao";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ACCEPTED = 202;

    /**
     * A transceiver bind of Kannel's.
     *
     * @param window most submit_sm without an answer
     */
    record Account(String systemId, String password, int port, int window) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int adminPort = freePort();
    private final int smsboxPort = freePort();
    private final int sendSmsPort = freePort();
    private final Process bearerbox;
    private final Process smsbox;

    private Kannel(Path folder, List<Account> accounts) throws IOException, InterruptedException {
        Path spool = Files.createDirectories(folder.resolve("spool"));
        Path configuration = Files.writeString(folder.resolve("kannel.conf"), configuration(spool, accounts));
        bearerbox = run(folder, "bearerbox", configuration);
        Process second = null;
        try {
            awaitPort(smsboxPort);
            second = run(folder, "smsbox", configuration);
            awaitPort(sendSmsPort);
            await(status -> status.smsboxes() == 1, PATIENCE);
        } catch (IOException | InterruptedException notStarted) {
            end(second);
            end(bearerbox);
            throw notStarted;
        }
        smsbox = second;
    }

    static boolean isInstalled() {
        return Stream.of("bearerbox", "smsbox").allMatch(Kannel::isOnPath);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Starts both and waits until smsbox takes messages; what the folder's spool holds goes out first. */
    static Kannel start(Path folder, List<Account> accounts) throws IOException, InterruptedException {
        return new Kannel(folder, accounts);
    }

    private String configuration(Path spool, List<Account> accounts) {
        return """
                group = core
                admin-port = %1$d
                admin-interface = 127.0.0.1
                admin-password = %2$s
                smsbox-port = %3$d
                smsbox-interface = 127.0.0.1
                box-allow-ip = 127.0.0.1
                store-type = spool
                store-location = "%4$s"
                dlr-storage = internal
                sms-resend-freq = 1

                group = smsbox
                bearerbox-host = 127.0.0.1
                bearerbox-port = %3$d
                sendsms-port = %5$d
                sendsms-interface = 127.0.0.1

                group = sendsms-user
                username = canhbao
                password = %2$s
                concatenation = true
                max-messages = 10
                """.formatted(adminPort, PASSWORD, smsboxPort, spool, sendSmsPort)
                + accounts.stream().map(Kannel::smsc).collect(Collectors.joining());
    }

    // A message names its account, so that no other may carry it.
    private static String smsc(Account account) {
        return """

                group = smsc
                smsc = smpp
                smsc-id = %1$s
                allowed-smsc-id = %1$s
                host = 127.0.0.1
                port = %2$d
                transceiver-mode = true
                smsc-username = %1$s
                smsc-password = %3$s
                system-type = ""
                max-pending-submits = %4$d
                reconnect-delay = 1
                """.formatted(account.systemId(), account.port(), account.password(), account.window());
    }

    // Errors only: what it would write for each message would be measured too.
    private static Process run(Path folder, String program, Path configuration) throws IOException {
        return new ProcessBuilder(program, "-v", "4", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        Redirect.appendTo(folder.resolve(program + ".log").toFile()))
                .start();
    }

    /** smsbox takes the message into the spool, or {@link IOException}; parameters are those of its sendsms. */
    void send(Map<String, String> parameters) throws IOException, InterruptedException {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        get(sendSmsPort, "/cgi-bin/sendsms?username=canhbao&password=" + PASSWORD + "&" + query);
    }

    KannelStatus status() throws IOException, InterruptedException {
        return KannelStatus.parse(get(adminPort, "/status.xml?password=" + PASSWORD));
    }

    /** Waits for a state; {@link IOException} when it doesn't come within the patience. */
    KannelStatus await(Predicate<KannelStatus> reached, Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        KannelStatus status = status();
        while (!reached.test(status)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("Kannel is still at " + status + " after " + patience);
            }
            TimeUnit.MILLISECONDS.sleep(10);
            status = status();
        }
        return status;
    }

    private String get(int port, String path) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200 && answer.statusCode() != ACCEPTED) {
            throw new IOException("Kannel: " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    ProcessHandle bearerbox() {
        return bearerbox.toHandle();
    }

    ProcessHandle smsbox() {
        return smsbox.toHandle();
    }

    private void awaitPort(int port) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (bearerbox.isAlive() && System.nanoTime() < deadline) {
            try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        throw new IOException("Kannel does not listen on its port " + port);
    }

    /** Below the ports that outgoing connections get: a client that waits for one of those may connect to itself. */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
    }

    private static void end(Process process) throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /** Ends both, smsbox first; what is in the spool stays there. */
    @Override
    public void close() throws InterruptedException {
        end(smsbox);
        end(bearerbox);
        http.close();
    }
}
