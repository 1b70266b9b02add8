package vn.canhbao.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.boot.convert.DurationStyle;

/**
 * What to measure.
 *
 * @param messages how many messages
 * @param window most messages in flight
 * @param rate messages that become READY in a second, for latency
 * @param receiptDelay from submit_sm to its receipt, for durable
 * @param workbook whether the file to import or export is XLSX instead of CSV
 * @param versusKannel whether Kannel carries messages to the same SMSC in the same run
 */
record BenchOptions(
        Measured measured,
        Database database,
        int messages,
        int window,
        int rate,
        Duration receiptDelay,
        boolean versusKannel,
        boolean workbook) {

    enum Measured {
        DURABLE(100_000),
        LATENCY(20_000),
        PREPARE(1_000_000),
        IMPORT(1_000_000),
        EXPORT(500_000),
        YEAR(2_000_000),
        PAGES(1_000_000);

        private final int messages;

        Measured(int messages) {
            this.messages = messages;
        }
    }

    enum Database {
        H2,
        MYSQL
    }

    static final String USAGE =
            "Cách dùng (usage): ./canhbao bench [durable] [--db h2|mysql] [--messages N] [--window W]"
                    + " [--receipt-delay 2s] [--versus kannel] | bench latency [--db h2|mysql] [--messages N] [--window W] [--rate R]"
                    + " | bench prepare [--db h2|mysql] [--messages N]"
                    + " | bench import [--db h2|mysql] [--messages N] [--format csv|xlsx]"
                    + " | bench xlsx [--db h2|mysql] [--messages N] [--format csv|xlsx]"
                    + " | bench year [--db h2|mysql] [--messages N]"
                    + " | bench pages [--db h2|mysql] [--messages N]";

    static BenchOptions parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Measured measured = Measured.DURABLE;
        Database database = Database.H2;
        int messages = 0;
        int window = 1_000;
        int rate = 600;
        Duration receiptDelay = Duration.ZERO;
        boolean versusKannel = false;
        boolean workbook = false;
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "durable" -> measured = Measured.DURABLE;
                case "latency" -> measured = Measured.LATENCY;
                case "prepare" -> measured = Measured.PREPARE;
                case "year" -> measured = Measured.YEAR;
                case "import" -> measured = Measured.IMPORT;
                case "xlsx" -> {
                    measured = Measured.EXPORT;
                    workbook = true;
                }
                case "pages" -> measured = Measured.PAGES;
                case "--db" -> database = database(value(word, rest));
                case "--messages" -> messages = number(word, rest);
                case "--window" -> window = number(word, rest);
                case "--rate" -> rate = number(word, rest);
                case "--receipt-delay" -> receiptDelay = duration(value(word, rest));
                case "--format" -> workbook = workbook(value(word, rest));
                case "--versus" -> versusKannel = kannel(value(word, rest));
                default -> throw new IllegalArgumentException("Không hiểu (unknown) '" + word + "'. " + USAGE);
            }
        }
        return new BenchOptions(
                measured,
                database,
                messages == 0 ? measured.messages : messages,
                window,
                rate,
                receiptDelay,
                versusKannel,
                workbook);
    }

    private static boolean workbook(String format) {
        return switch (format) {
            case "csv" -> false;
            case "xlsx" -> true;
            default -> throw new IllegalArgumentException("--format: csv hoặc (or) xlsx. " + USAGE);
        };
    }

    private static Duration duration(String text) {
        try {
            return DurationStyle.detectAndParse(text);
        } catch (IllegalArgumentException notADuration) {
            throw new IllegalArgumentException("--receipt-delay: 0ms, 500ms, 2s… " + USAGE);
        }
    }

    private static boolean kannel(String name) {
        if (!name.equals("kannel")) {
            throw new IllegalArgumentException("--versus: kannel. " + USAGE);
        }
        if (!Kannel.isInstalled()) {
            throw new IllegalArgumentException(
                    "Chưa cài Kannel (Kannel is not installed): sudo apt-get install kannel");
        }
        return true;
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
