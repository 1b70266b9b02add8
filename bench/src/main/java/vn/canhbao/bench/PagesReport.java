package vn.canhbao.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The pages as measured, the slowest first. */
record PagesReport(BenchOptions options, List<Page> pages) implements BenchReport {

    private static final long MOST_MILLIS = 300;
    private static final int OK = 200;

    /**
     * A page.
     *
     * @param status of its last answer; another than 200 is not a page and is not judged
     * @param median of all answers, in milliseconds; {@code first} that of the first
     */
    record Page(String path, int status, long median, long first, long slowest) {

        static Page of(String path, int status, long[] nanos) {
            long[] millis = Arrays.stream(nanos).map(nano -> nano / 1_000_000).toArray();
            long first = millis[0];
            Arrays.sort(millis);
            return new Page(path, status, millis[millis.length / 2], first, millis[millis.length - 1]);
        }

        boolean slow() {
            return status == OK && median > MOST_MILLIS;
        }

        String line() {
            return "  %6d ms  (%d, %d)  %d  %s%s"
                    .formatted(median, first, slowest, status, path, slow() ? "  > " + MOST_MILLIS + " ms" : "");
        }
    }

    @Override
    public boolean complete() {
        return pages.stream().noneMatch(Page::slow);
    }

    @Override
    public String table() {
        return pages.stream()
                .sorted(Comparator.comparing(Page::median).reversed())
                .map(Page::line)
                .collect(Collectors.joining(
                        "\n",
                        "\nTrung vị của mười một lần (median of 11; first, slowest), %s, %,d tin (messages), %,d người (recipients)\n"
                                .formatted(options.database(), options.messages(), 2 * options.messages()),
                        "\n  trên (over) %d ms: %d trang (pages)\n"
                                .formatted(
                                        MOST_MILLIS,
                                        pages.stream().filter(Page::slow).count())));
    }

    @Override
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"pages\",\"db\":\"%s\",\"messages\":%d,\"recipients\":%d,\"over\":%d,\"pages\":{%s}}",
                options.database().name().toLowerCase(Locale.ROOT),
                options.messages(),
                2 * options.messages(),
                pages.stream().filter(Page::slow).count(),
                pages.stream()
                        .map(page -> "\"%s\":%d".formatted(page.path(), page.median()))
                        .collect(Collectors.joining(",")));
    }
}
