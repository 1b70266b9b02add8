package vn.canhbao.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * CPU seconds, user and system, that processes of this machine have used since the meter's start; to a clock tick (10 ms).
 * On a noisy machine these tell where the work is when the clock on the wall does not.
 */
final class CpuMeter {

    private final Map<String, ProcessHandle> processes;
    private final Map<String, Duration> before;

    /** @param processes by the name that the report shows */
    CpuMeter(Map<String, ProcessHandle> processes) {
        this.processes = new LinkedHashMap<>(processes);
        before = used();
    }

    /** CPU seconds by process for each 1,000 of these messages; a process that can't be seen is left out. */
    Map<String, Double> perThousand(long messages) {
        Map<String, Double> spent = new LinkedHashMap<>();
        used().forEach((name, now) -> spent.put(
                name, now.minus(before.getOrDefault(name, Duration.ZERO)).toMillis() / (double) messages));
        return spent;
    }

    private Map<String, Duration> used() {
        Map<String, Duration> used = new LinkedHashMap<>();
        processes.forEach(
                (name, process) -> process.info().totalCpuDuration().ifPresent(duration -> used.put(name, duration)));
        return used;
    }

    /** "gateway 0.25 · simulator 0.05". */
    static String text(Map<String, Double> spent) {
        return spent.entrySet().stream()
                .map(entry -> "%s %.3f".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" · "));
    }

    static String json(Map<String, Double> spent) {
        return spent.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "\"%s\":%.4f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
