package vn.canhbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import vn.canhbao.console.security.AccessRule;
import vn.canhbao.console.security.AccessRules;

/** How long every page takes with a large wave and twice as many recipients in the database. */
final class PagesBench {

    private static final int TIMES = 11;
    private static final List<String> FILES = List.of(".xlsx", ".csv", ".docx", ".pdf", ".xml", "/rejects", "/result");

    /** Filters that people use, beside the pages without any. */
    private static final List<String> MORE = List.of(
            "/campaigns/1/messages?status=DELIVERED&operator=VIETTEL",
            "/campaigns/1/messages?status=FAILED",
            "/campaigns/1/messages?fault=FAILED~11~~",
            "/campaigns/1/messages?unit=20",
            "/campaigns/1/messages?after=1~DELIVERED~VIETTEL~1~900001",
            "/recipients?q=nguyen+van+123456",
            "/recipients?q=0961234567",
            "/suppressions?q=0961");

    private final BenchOptions options;

    PagesBench(BenchOptions options) {
        this.options = options;
    }

    BenchReport run() throws Exception {
        Path scratch = Files.createTempDirectory("canhbao-pages");
        try (BenchDatabase database = BenchDatabase.start(options.database())) {
            Map<String, String> properties = new HashMap<>(database.properties());
            properties.putIfAbsent("spring.datasource.username", "sa");
            properties.putIfAbsent("spring.datasource.password", "");
            // The first start makes the schema and the accounts; nothing runs while the tables are filled.
            ConsoleProcess.start(properties, scratch).close();
            long begun = System.nanoTime();
            try (Connection connection = DriverManager.getConnection(
                    properties.get("spring.datasource.url"),
                    properties.get("spring.datasource.username"),
                    properties.get("spring.datasource.password"))) {
                new PagesFill(connection, options.messages()).fill();
            }
            System.out.printf("Đã tạo dữ liệu (filled) trong %,d s%n", (System.nanoTime() - begun) / 1_000_000_000);
            try (ConsoleProcess console = ConsoleProcess.start(properties, scratch)) {
                console.login();
                return measure(console);
            }
        } finally {
            delete(scratch);
        }
    }

    // In rounds: as people wander about, not one page again and again while what it read is still warm.
    private PagesReport measure(ConsoleProcess console) throws IOException, InterruptedException {
        List<String> paths = List.copyOf(paths());
        long[][] nanos = new long[paths.size()][TIMES];
        int[] status = new int[paths.size()];
        for (int round = 0; round < TIMES; round++) {
            for (int i = 0; i < paths.size(); i++) {
                long begun = System.nanoTime();
                status[i] = console.get(paths.get(i));
                nanos[i][round] = System.nanoTime() - begun;
            }
        }
        List<PagesReport.Page> pages = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            PagesReport.Page page = PagesReport.Page.of(paths.get(i), status[i], nanos[i]);
            pages.add(page);
            System.out.println(page.line());
        }
        return new PagesReport(options, pages);
    }

    private static Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        AccessRules.PAGES.stream()
                .filter(rule -> rule.method() == HttpMethod.GET)
                .map(AccessRule::path)
                .filter(path -> FILES.stream().noneMatch(path::endsWith))
                .forEach(path -> {
                    paths.add(filled(path, PagesFill.SENT));
                    if (path.startsWith("/campaigns/{id}")) {
                        paths.add(filled(path, PagesFill.DRAFT));
                    }
                });
        paths.addAll(MORE);
        return paths;
    }

    private static String filled(String path, long id) {
        return path.replace("{username}", "quantri").replaceAll("\\{[^}]+}", String.valueOf(id))
                + (path.endsWith("/progress")
                        ? "?seen=FINISHED"
                        : path.endsWith("/diff") ? "?from=1&to=1" : path.endsWith("/people") ? "?campaign=1" : "");
    }

    private static void delete(Path scratch) throws IOException {
        try (Stream<Path> files = Files.walk(scratch)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
