package vn.canhbao.gateway.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.json.JsonMapper;

/** The peer on node-smpp, in a process of its own. */
public final class NodeSmsc implements PeerSmsc {

    private static final Path FOLDER = Path.of("..", "sms-gateway", "src", "test", "peers", "node-smpp");

    private final Process process;
    private final BufferedReader out;
    private final int port;
    private final List<ReceivedSubmit> received = new CopyOnWriteArrayList<>();

    private NodeSmsc(Process process) throws IOException {
        this.process = process;
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        port = Integer.parseInt(out.readLine().replaceFirst("listening ", ""));
        Thread.ofVirtual().name("node-smsc").start(this::read);
    }

    /** Starts it; without Node or its packages (npm ci in its folder) the test is skipped by name. */
    public static NodeSmsc start() {
        Assumptions.assumeTrue(
                Files.isDirectory(FOLDER.resolve("node_modules/smpp")), "needs the Node peer: run npm ci in " + FOLDER);
        try {
            return new NodeSmsc(new ProcessBuilder("node", "server.js")
                    .directory(FOLDER.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException noNode) {
            Assumptions.abort("needs Node: " + noNode.getMessage());
            throw new UncheckedIOException(noNode);
        }
    }

    private void read() {
        JsonMapper json = JsonMapper.builder().build();
        try {
            String line;
            while ((line = out.readLine()) != null) {
                received.add(json.readValue(line, ReceivedSubmit.class));
            }
        } catch (IOException ended) {
            // The process is gone.
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<ReceivedSubmit> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
