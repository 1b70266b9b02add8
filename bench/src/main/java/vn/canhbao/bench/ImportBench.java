package vn.canhbao.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.RecipientImport;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.core.recipient.RecipientLists;
import vn.canhbao.scheduler.imports.RecipientImporter;

/**
 * Rows a second from the upload of a file to COMPLETED, all in the table, every bad row listed: storing, checking,
 * reading and writing it.
 */
final class ImportBench {

    private static final int WARM_UP = 10_000;
    private static final int WARM_UP_NUMBERS = 9_900_000;

    private final BenchOptions options;

    ImportBench(BenchOptions options) {
        this.options = options;
    }

    ImportReport run() throws Exception {
        Path scratch = Files.createTempDirectory("canhbao-bench-import");
        DurableBench.say("khởi động cơ sở dữ liệu %s…", options.database());
        try (BenchDatabase database = BenchDatabase.start(options.database());
                var application =
                        BenchContext.start(ImportApplication.class, database, Map.of("canhbao.data-dir", scratch))) {
            Map<String, ProcessHandle> processes = new LinkedHashMap<>();
            processes.put("import", ProcessHandle.current());
            database.server().ifPresent(mysqld -> processes.put("mysqld", mysqld));
            imported(application, scratch, new RecipientFile(WARM_UP, WARM_UP_NUMBERS), Map.of());
            return imported(application, scratch, new RecipientFile(options.messages(), 0), processes);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private ImportReport imported(
            ConfigurableApplicationContext application,
            Path scratch,
            RecipientFile people,
            Map<String, ProcessHandle> processes)
            throws IOException, InterruptedException {
        int rows = people.rows();
        Path file = scratch.resolve("people-" + people.first() + (options.workbook() ? ".xlsx" : ".csv"));
        if (options.workbook()) {
            people.xlsx(file);
        } else {
            people.csv(file);
        }
        DurableBench.say("nhập %,d dòng, %,d KB (importing)…", rows, Files.size(file) / 1024);
        RecipientImports imports = application.getBean(RecipientImports.class);
        long list = application
                .getBean(RecipientLists.class)
                .create(file.getFileName().toString(), "bench")
                .id();
        PeakHeap heap = PeakHeap.fromNow();
        CpuMeter cpu = new CpuMeter(processes);
        List<Long> marks = new ArrayList<>();
        long started = System.nanoTime();
        RecipientImport state;
        try (InputStream content = Files.newInputStream(file)) {
            state = application
                    .getBean(RecipientImporter.class)
                    .start(list, file.getFileName().toString(), content, RecipientImporter.Reading.AS_FOUND, "bench");
        }
        double checked = seconds(started);
        while (state.status() == ImportStatus.RUNNING) {
            Thread.sleep(50);
            state = imports.find(state.id());
            while (marks.size() < 3 && state.read() >= (long) rows * (marks.size() + 1) / 3) {
                marks.add(System.nanoTime());
            }
        }
        double took = seconds(started);
        return new ImportReport(
                options,
                rows,
                rows / took,
                checked,
                thirds(rows, started, checked, marks),
                cpu.perThousand(rows),
                heap.megabytes(),
                people,
                state);
    }

    private static List<Double> thirds(int rows, long started, double checked, List<Long> marks) {
        List<Double> thirds = new ArrayList<>();
        long from = started + (long) (checked * 1e9);
        for (long mark : marks) {
            thirds.add(rows / 3.0 / Math.max(1e-3, (mark - from) / 1e9));
            from = mark;
        }
        return thirds;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
