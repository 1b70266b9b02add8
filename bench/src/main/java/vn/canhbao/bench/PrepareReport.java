package vn.canhbao.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Preparation as measured.
 *
 * @param smallPerSecond messages a second at 10,000: the middle one of several runs
 * @param thirds messages a second in the first, second and last third
 * @param cpu CPU seconds by process for each 1,000 messages
 * @param prepared messages that the wave has at the end
 */
record PrepareReport(
        BenchOptions options,
        double smallPerSecond,
        double perSecond,
        List<Double> thirds,
        Map<String, Double> cpu,
        long heapMb,
        long prepared)
        implements BenchReport {

    /** Cost of a message at the size asked for, as a multiple of that at 10,000. */
    private double ratio() {
        return smallPerSecond / perSecond;
    }

    @Override
    public boolean complete() {
        return prepared == options.messages();
    }

    @Override
    public String table() {
        return """

                Chuẩn bị đợt gửi (preparing a wave), %s, nội dung riêng từng người (personal text, 3 segments)
                  %,10d tin (messages)      %,10.0f /s   %6.1f µs mỗi tin (each)
                  %,10d tin (messages)      %,10.0f /s   %6.1f µs mỗi tin (each)   gấp (ratio) %.2f
                  từng phần ba (thirds)        %,10.0f %,.0f %,.0f /s
                  heap cao nhất (peak heap)    %,10d MB
                  giây CPU mỗi 1.000 tin (CPU seconds per 1,000): %s
                  đã ghi (written) %,d / %,d
                """.formatted(
                        options.database(),
                        PrepareBench.SMALL,
                        smallPerSecond,
                        1e6 / smallPerSecond,
                        options.messages(),
                        perSecond,
                        1e6 / perSecond,
                        ratio(),
                        thirds.get(0),
                        thirds.get(1),
                        thirds.get(2),
                        heapMb,
                        CpuMeter.text(cpu),
                        prepared,
                        options.messages());
    }

    @Override
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"prepare\",\"db\":\"%s\",\"messages\":%d,\"perSecond\":%.0f,\"perSecondAt10000\":%.0f,"
                        + "\"ratioTo10000\":%.3f,\"thirds\":[%.0f,%.0f,%.0f],\"heapMb\":%d,\"cpu\":%s,\"written\":%d}",
                options.database().name().toLowerCase(Locale.ROOT),
                options.messages(),
                perSecond,
                smallPerSecond,
                ratio(),
                thirds.get(0),
                thirds.get(1),
                thirds.get(2),
                heapMb,
                CpuMeter.json(cpu),
                prepared);
    }
}
