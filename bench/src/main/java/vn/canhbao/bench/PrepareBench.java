package vn.canhbao.bench;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.message.TallyReader;
import vn.canhbao.scheduler.prepare.WavePreparer;

/**
 * Preparation: messages a second from an approved wave to READY messages with personal text, at 10,000 and at the size
 * asked for.
 */
final class PrepareBench {

    static final int SMALL = 10_000;
    private static final int WARM_UPS = 12;
    private static final int SMALL_RUNS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final BenchOptions options;

    PrepareBench(BenchOptions options) {
        this.options = options;
    }

    PrepareReport run() throws Exception {
        DurableBench.say("khởi động cơ sở dữ liệu %s…", options.database());
        try (BenchDatabase database = BenchDatabase.start(options.database());
                var application = PrepareApplication.start(database)) {
            Map<String, ProcessHandle> processes = new LinkedHashMap<>();
            processes.put("scheduler", ProcessHandle.current());
            database.server().ifPresent(mysqld -> processes.put("mysqld", mysqld));
            BenchAudience audience = new BenchAudience(application);
            DurableBench.say("%,d người nhận (recipients)…", options.messages());
            audience.add(Math.max(options.messages(), SMALL));
            long small = audience.list(SMALL);
            long large = audience.list(options.messages());
            DurableBench.say("làm nóng (warming up), rồi %,d tin (messages)…", SMALL);
            for (int i = 0; i < WARM_UPS; i++) {
                prepare(application, audience.wave(small), SMALL);
            }
            double[] smallRuns = IntStream.range(0, SMALL_RUNS)
                    .mapToDouble(i ->
                            prepare(application, audience.wave(small), SMALL).perSecond())
                    .sorted()
                    .toArray();
            DurableBench.say("%,d tin (messages)…", options.messages());
            PeakHeap heap = PeakHeap.fromNow();
            CpuMeter cpu = new CpuMeter(processes);
            long wave = audience.wave(large);
            Run run = prepare(application, wave, options.messages());
            long prepared = application.getBean(TallyReader.class).ofWave(wave).planned();
            return new PrepareReport(
                    options,
                    smallRuns[SMALL_RUNS / 2],
                    run.perSecond(),
                    run.thirds(),
                    cpu.perThousand(options.messages()),
                    heap.megabytes(),
                    prepared);
        }
    }

    private record Run(double perSecond, List<Double> thirds) {}

    private static Run prepare(ApplicationContext application, long wave, int messages) {
        Waves waves = application.getBean(Waves.class);
        Counter written = application.getBean(MeterRegistry.class).counter("canhbao.prepare.messages");
        double before = written.count();
        List<Long> marks = new ArrayList<>();
        long started = System.nanoTime();
        application.getBean(WavePreparer.class).prepare(wave);
        while (waves.get(wave).status() != WaveStatus.RUNNING) {
            while (marks.size() < 2 && written.count() - before >= (marks.size() + 1) * messages / 3.0) {
                marks.add(System.nanoTime());
            }
            if (System.nanoTime() - started > PATIENCE.toNanos()) {
                throw new IllegalStateException("wave " + wave + " is not prepared after " + PATIENCE);
            }
            pause();
        }
        long ended = System.nanoTime();
        while (marks.size() < 2) {
            marks.add(ended);
        }
        double third = messages / 3.0;
        return new Run(
                messages / seconds(started, ended),
                List.of(
                        third / seconds(started, marks.get(0)),
                        third / seconds(marks.get(0), marks.get(1)),
                        third / seconds(marks.get(1), ended)));
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    private static double seconds(long from, long to) {
        return Math.max(1, to - from) / 1e9;
    }
}
