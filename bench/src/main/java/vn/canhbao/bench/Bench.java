package vn.canhbao.bench;

import java.util.List;

/** {@code ./canhbao bench [durable|latency|prepare|import|xlsx|year|pages] …}; the last line is JSON. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        // Ctrl+C and SIGTERM too leave nothing running.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        try {
            BenchOptions options = BenchOptions.parse(List.of(arguments));
            BenchReport report = switch (options.measured()) {
                case DURABLE -> new DurableBench(options).run();
                case LATENCY -> new LatencyBench(options).run();
                case PREPARE -> new PrepareBench(options).run();
                case YEAR -> new YearBench(options).run();
                case IMPORT -> new ImportBench(options).run();
                case EXPORT -> new XlsxBench(options).run();
                case PAGES -> new PagesBench(options).run();
            };
            System.out.println(report.table());
            System.out.println(report.json());
            System.exit(report.complete() ? 0 : 1);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        } catch (Exception failure) {
            System.err.println("Đo không thành (bench failed): " + failure.getMessage());
            failure.printStackTrace();
            System.exit(1);
        }
    }
}
