package vn.canhbao.bench;

import java.util.Locale;
import java.util.Map;

/** How long work takes by the clock and in CPU time of all processes together; of several runs the slowest one. */
final class Stopwatch {

    /**
     * By the clock and in CPU time.
     *
     * @param cpu of the bench and the database server; beside other load it is what the work costs
     */
    record Timing(double seconds, double cpu) {

        String json() {
            return String.format(Locale.ROOT, "{\"seconds\":%.3f,\"cpu\":%.2f}", seconds, cpu);
        }
    }

    /** What is timed. */
    interface Work {
        void run() throws Exception;
    }

    private static final long ALL_OF_IT = 1_000;

    private final Map<String, ProcessHandle> processes;

    Stopwatch(Map<String, ProcessHandle> processes) {
        this.processes = processes;
    }

    Timing once(Work work) throws Exception {
        CpuMeter cpu = new CpuMeter(processes);
        long started = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - started) / 1e9;
        return new Timing(
                seconds,
                cpu.perThousand(ALL_OF_IT).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum());
    }

    Timing slowest(int runs, Work work) throws Exception {
        Timing slowest = once(work);
        for (int i = 1; i < runs; i++) {
            Timing next = once(work);
            slowest = next.seconds() > slowest.seconds() ? next : slowest;
        }
        return slowest;
    }
}
