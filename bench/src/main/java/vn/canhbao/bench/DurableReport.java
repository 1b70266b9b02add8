package vn.canhbao.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.canhbao.core.message.Tallies;

/**
 * Durable throughput as measured.
 *
 * @param kannel {@code null}: not asked for
 * @param thirds messages a second in the first, second and last third, by receipts
 * @param cpu CPU seconds by process for each 1,000 messages
 */
record DurableReport(
        BenchOptions options,
        double perSecond,
        double rawPerSecond,
        KannelBench.Result kannel,
        List<Double> thirds,
        Map<String, Double> cpu,
        long heapMb,
        Tallies tallies)
        implements BenchReport {

    @Override
    public boolean complete() {
        return tallies.delivered() == tallies.planned();
    }

    @Override
    public String table() {
        return """

                Thông lượng bền vững (durable throughput), %s, %,d tin 1 đoạn (single-segment messages), window %d
                  qua cả đường: nhận việc, submit_sm, kết quả, biên nhận, bảng tổng   %,10.0f /s
                  từng phần ba (thirds)                                      %,10.0f %,.0f %,.0f /s
                  jSMPP trần (raw jSMPP, nothing kept)                                %,10.0f /s
                  tỉ lệ (ratio)                                                       %10.2f
                %s  heap cao nhất (peak heap)                                           %,10d MB
                  giây CPU mỗi 1.000 tin (CPU seconds per 1,000): %s
                  đã giao (delivered) %,d / %,d
                """.formatted(
                        options.database(),
                        options.messages(),
                        options.window(),
                        perSecond,
                        thirds.get(0),
                        thirds.get(1),
                        thirds.get(2),
                        rawPerSecond,
                        perSecond / rawPerSecond,
                        kannel == null ? "" : kannelLines(),
                        heapMb,
                        CpuMeter.text(cpu),
                        tallies.delivered(),
                        tallies.planned());
    }

    private String kannelLines() {
        return """
                  Kannel, %,d tin, từ HTTP đến biên nhận (from HTTP to receipt)    %,10.0f /s; ta gấp (ours is) %.2f ×
                  Kannel, từ hàng đợi trên đĩa (from its spool)                       %,10.0f /s; ta gấp (ours is) %.2f ×
                  Kannel, giây CPU mỗi 1.000 tin (CPU seconds per 1,000): %s
                """.formatted(
                        kannel.messages(),
                        kannel.perSecond(),
                        perSecond / kannel.perSecond(),
                        kannel.spoolPerSecond(),
                        perSecond / kannel.spoolPerSecond(),
                        CpuMeter.text(kannel.cpu()))
                .indent(0);
    }

    @Override
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"durable\",\"db\":\"%s\",\"messages\":%d,\"window\":%d,\"perSecond\":%.0f,\"thirds\":[%.0f,%.0f,%.0f],"
                        + "\"rawJsmppPerSecond\":%.0f,\"ratio\":%.3f,%s\"heapMb\":%d,\"cpu\":%s,\"delivered\":%d}",
                options.database().name().toLowerCase(Locale.ROOT),
                options.messages(),
                options.window(),
                perSecond,
                thirds.get(0),
                thirds.get(1),
                thirds.get(2),
                rawPerSecond,
                perSecond / rawPerSecond,
                kannel == null ? "" : kannelJson(),
                heapMb,
                CpuMeter.json(cpu),
                tallies.delivered());
    }

    private String kannelJson() {
        return String.format(
                Locale.ROOT,
                "\"kannelMessages\":%d,\"kannelPerSecond\":%.0f,\"versusKannel\":%.2f,\"kannelSpoolPerSecond\":%.0f,"
                        + "\"versusKannelSpool\":%.2f,\"kannelCpu\":%s,",
                kannel.messages(),
                kannel.perSecond(),
                perSecond / kannel.perSecond(),
                kannel.spoolPerSecond(),
                perSecond / kannel.spoolPerSecond(),
                CpuMeter.json(kannel.cpu()));
    }
}
