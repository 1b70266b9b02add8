package vn.canhbao.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.core.receipt.RecentCount;
import vn.canhbao.gateway.receipt.ReceiptCounts;

/**
 * Durable throughput: messages a second from READY to a tally that counts them delivered, each claim, outcome and receipt
 * committed; beside raw jSMPP, and if asked Kannel, on the same SMSC in the same run.
 */
final class DurableBench {

    private static final int WARM_UP = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final BenchOptions options;

    DurableBench(BenchOptions options) {
        this.options = options;
    }

    DurableReport run() throws Exception {
        try (SimulatorProcess smsc = SimulatorProcess.start(options.receiptDelay())) {
            say("SMSC giả lập ở cổng %d; jSMPP trần…", smsc.port());
            RawJsmpp.perSecond(smsc.port(), WARM_UP, options.window());
            double raw = RawJsmpp.perSecond(smsc.port(), options.messages(), options.window());
            KannelBench.Result kannel = null;
            if (options.versusKannel()) {
                say("jSMPP trần: %,.0f /s; Kannel…", raw);
                kannel = new KannelBench(smsc, options.messages(), options.window()).run();
            }
            say("khởi động cơ sở dữ liệu %s…", options.database());
            try (BenchDatabase database = BenchDatabase.start(options.database());
                    var application = BenchGateway.start(database, smsc.port(), options.window())) {
                Map<String, ProcessHandle> processes = new LinkedHashMap<>();
                processes.put("gateway", ProcessHandle.current());
                processes.put("simulator", smsc.handle());
                database.server().ifPresent(mysqld -> processes.put("mysqld", mysqld));
                send(application, WARM_UP, Map.of());
                PeakHeap heap = PeakHeap.fromNow();
                Run run = send(application, options.messages(), processes);
                return new DurableReport(
                        options,
                        run.perSecond(),
                        raw,
                        kannel,
                        run.thirds(),
                        run.cpu(),
                        heap.megabytes(),
                        run.tallies());
            }
        }
    }

    private record Run(double perSecond, List<Double> thirds, Map<String, Double> cpu, Tallies tallies) {}

    private static Run send(
            ConfigurableApplicationContext application, int messages, Map<String, ProcessHandle> processes)
            throws InterruptedException {
        RecentCount receipts =
                application.getBean(ReceiptCounts.class).of(BenchGateway.LINK).received();
        BenchWave wave = new BenchWave(application).add(0, messages);
        say("%,d tin đã sẵn sàng (ready); gửi…", messages);
        long before = receipts.sinceStart();
        CpuMeter cpu = new CpuMeter(processes);
        List<Long> marks = new ArrayList<>();
        long started = System.nanoTime();
        wave.run();
        long deadline = started + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            long got = receipts.sinceStart() - before;
            while (marks.size() < 2 && got >= (long) messages * (marks.size() + 1) / 3) {
                marks.add(System.nanoTime());
            }
            // The tally is asked only near the end: a count of all rows a few times a second would be measured too.
            if (got >= messages && wave.tallies().delivered() == messages) {
                break;
            }
            Thread.sleep(5);
        }
        long ended = System.nanoTime();
        Map<String, Double> spent = cpu.perThousand(messages);
        Tallies tallies = wave.tallies();
        wave.finish();
        while (marks.size() < 2) {
            marks.add(ended);
        }
        double third = messages / 3.0;
        return new Run(
                messages / seconds(started, ended),
                List.of(
                        third / seconds(started, marks.get(0)),
                        third / seconds(marks.get(0), marks.get(1)),
                        third / seconds(marks.get(1), ended)),
                spent,
                tallies);
    }

    private static double seconds(long from, long to) {
        return Math.max(1, to - from) / 1e9;
    }

    static void say(String format, Object... values) {
        System.out.println("… " + format.formatted(values));
    }
}
