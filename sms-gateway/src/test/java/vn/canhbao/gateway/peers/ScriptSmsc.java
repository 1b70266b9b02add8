package vn.canhbao.gateway.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.tool.Tool;

/** A peer that is a script in a process of its own: it prints its port, then each submit_sm as a line of JSON. */
public final class ScriptSmsc implements PeerSmsc {

    /** Below a module's folder, from which tests run. */
    public static final Path SCRIPTS = Path.of("..", "sms-gateway", "src", "test", "peers");

    private final Process process;
    private final BufferedReader out;
    private final int port;
    private final List<ReceivedSubmit> received = new CopyOnWriteArrayList<>();

    private ScriptSmsc(Process process) throws IOException {
        this.process = process;
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        port = Integer.parseInt(out.readLine().replaceFirst("listening ", ""));
        Thread.ofVirtual().name("script-smsc").start(this::read);
    }

    /** On npm's node-smpp. */
    public static ScriptSmsc node() {
        Tool.NODE_SMPP.assumeHere();
        return start("node-smpp", "node", "server.js");
    }

    /** On Debian's Net::SMPP. */
    public static ScriptSmsc perl() {
        Tool.NET_SMPP.assumeHere();
        return start("net-smpp", "perl", "server.pl");
    }

    private static ScriptSmsc start(String folder, String... command) {
        try {
            return new ScriptSmsc(new ProcessBuilder(command)
                    .directory(SCRIPTS.resolve(folder).toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
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
