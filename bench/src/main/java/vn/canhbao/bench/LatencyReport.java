package vn.canhbao.bench;

import java.util.Locale;
import vn.canhbao.core.message.Tallies;

/**
 * Latency as measured.
 *
 * @param looks time between two looks at the tally: what the second figure can't be finer than
 */
record LatencyReport(
        BenchOptions options, Percentiles readyToWire, Percentiles receiptToTally, Percentiles looks, Tallies tallies)
        implements BenchReport {

    private static final double WIRE_MILLIS = 50;
    private static final double TALLY_MILLIS = 500;

    @Override
    public boolean complete() {
        return tallies.delivered() == tallies.planned();
    }

    private boolean withinBar() {
        return complete() && readyToWire.p99() <= WIRE_MILLIS && receiptToTally.p99() <= TALLY_MILLIS;
    }

    @Override
    public String table() {
        return """

                Độ trễ (latency), %s, %,d tin 1 đoạn (single-segment messages), %d mỗi giây (a second), window %d
                  READY → submit_sm        %s   (p99 ≤ %.0f)
                  biên nhận → bảng tổng    %s   (receipt → tally, p99 ≤ %.0f)
                  mỗi lần xem (each look)  %s
                  đã giao (delivered) %,d / %,d   %s
                """.formatted(
                        options.database(),
                        options.messages(),
                        options.rate(),
                        options.window(),
                        readyToWire.text(),
                        WIRE_MILLIS,
                        receiptToTally.text(),
                        TALLY_MILLIS,
                        looks.text(),
                        tallies.delivered(),
                        tallies.planned(),
                        withinBar() ? "ĐẠT (within the bar)" : "CHƯA ĐẠT (outside the bar)");
    }

    @Override
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"latency\",\"db\":\"%s\",\"messages\":%d,\"rate\":%d,\"window\":%d,\"readyToWireMs\":%s,"
                        + "\"receiptToTallyMs\":%s,\"lookMs\":%s,\"delivered\":%d,\"withinBar\":%s}",
                options.database().name().toLowerCase(Locale.ROOT),
                options.messages(),
                options.rate(),
                options.window(),
                readyToWire.json(),
                receiptToTally.json(),
                looks.json(),
                tallies.delivered(),
                withinBar());
    }
}
