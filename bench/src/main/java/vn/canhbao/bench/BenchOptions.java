package vn.canhbao.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What to measure.
 *
 * @param messages how many single-segment messages
 * @param window most messages in flight
 */
record BenchOptions(Database database, int messages, int window) {

    enum Database {
        H2,
        MYSQL
    }

    static final String USAGE =
            "Cách dùng (usage): ./canhbao bench [durable] [--db h2|mysql] [--messages N] [--window W]";

    static BenchOptions parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Database database = Database.H2;
        int messages = 100_000;
        int window = 1_000;
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "durable" -> {}
                case "prepare", "import", "latency" ->
                    throw new IllegalArgumentException("'" + word + "' chưa có (not built yet). " + USAGE);
                case "--db" -> database = database(value(word, rest));
                case "--messages" -> messages = number(word, rest);
                case "--window" -> window = number(word, rest);
                default -> throw new IllegalArgumentException("Không hiểu (unknown) '" + word + "'. " + USAGE);
            }
        }
        return new BenchOptions(database, messages, window);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " cần một giá trị (needs a value). " + USAGE);
        }
        return rest.pop();
    }

    private static Database database(String name) {
        return switch (name) {
            case "h2" -> Database.H2;
            case "mysql" -> Database.MYSQL;
            default -> throw new IllegalArgumentException("--db: h2 hoặc (or) mysql. " + USAGE);
        };
    }

    private static int number(String option, Deque<String> rest) {
        String value = value(option, rest);
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(option + ": số nguyên dương (a positive number). " + USAGE);
        }
        return Integer.parseInt(value);
    }
}
