package vn.canhbao.console.demo;

import java.io.PrintStream;

/** One line that is written over on a terminal, and written anew, when it has changed, anywhere else. */
final class DemoProgress {

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
}
