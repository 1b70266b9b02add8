package vn.canhbao.console.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One line that is written over on a terminal, and written anew, when it has changed, anywhere else. */
final class DemoProgress {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final PrintStream out;
    private final boolean terminal;
    private String last = "";

    DemoProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(String line) {
        if (line.equals(last)) {
            return;
        }
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, last.length() - line.length())));
            out.flush();
        } else {
            out.println(line);
        }
        last = line;
    }

    void end() {
        if (terminal && !last.isEmpty()) {
            out.println();
        }
        last = "";
    }

    /** Looks again and again, showing what it sees, until it is done. */
    JsonNode until(Supplier<JsonNode> look, Function<JsonNode, String> say, Predicate<JsonNode> done) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode now = look.get();
            show(say.apply(now));
            if (done.test(now)) {
                end();
                return now;
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        "không xong trong " + PATIENCE.toMinutes() + " phút (not finished in time)");
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("bị dừng (interrupted)", stopped);
            }
        }
    }
}
