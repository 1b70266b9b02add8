package vn.canhbao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole application in a process of its own, as an office runs it, and an administrator's session with it. */
final class ConsoleProcess implements AutoCloseable {

    private static final Path JAR = Path.of("console/target/canhbao-app.jar");
    private static final String PASSWORD = "mat-khau-do-trang";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int SEE_OTHER = 302;

    private final Process process;
    private final String base;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private ConsoleProcess(Process process, int port) {
        this.process = process;
        this.base = "http://127.0.0.1:" + port;
    }

    /** Starts it on the database and waits until it is ready. */
    static ConsoleProcess start(Map<String, String> properties, Path scratch) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IOException("không thấy " + JAR + ": chạy từ thư mục gốc (run it from the project's folder)");
        }
        int port = Kannel.freePort();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                JAR.toString(),
                "serve",
                "--server.port=" + port,
                "--canhbao.data-dir=" + scratch,
                "--canhbao.password=" + PASSWORD));
        properties.forEach((key, value) -> command.add("--" + key + "=" + value));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder log = new StringBuilder();
        String line;
        while ((line = out.readLine()) != null) {
            log.append(line).append('\n');
            if (line.contains("ready; REST")) {
                Thread.ofVirtual().start(() -> drain(out));
                return new ConsoleProcess(process, port);
            }
        }
        throw new IOException("the application did not start:\n" + log);
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

    /** Signs the administrator in. */
    void login() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(http.send(request("/login"), HttpResponse.BodyHandlers.ofString())
                .body());
        if (!token.find()) {
            throw new IOException("no form at /login");
        }
        String form = "username=quantri&password=" + PASSWORD + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        HttpRequest login = HttpRequest.newBuilder(URI.create(base + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<Void> answer = http.send(login, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != SEE_OTHER
                || answer.headers().firstValue("Location").orElse("").contains("/login")) {
            throw new IOException("the administrator could not sign in: " + answer.statusCode());
        }
    }

    /** Asks for a page and reads it to its end; its status. */
    int get(String path) throws IOException, InterruptedException {
        return http.send(request(path), HttpResponse.BodyHandlers.ofByteArray()).statusCode();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html")
                .build();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
