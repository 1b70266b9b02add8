package vn.canhbao.bench;

import java.util.Locale;
import java.util.Map;

/**
 * An export as measured.
 *
 * @param perSecond rows, from the first statement to the closed file
 * @param kilobytes of the file
 * @param heapMb most of the heap in use, of {@code heapLimitMb}
 * @param cpu CPU seconds by process for each 1,000 rows
 */
record ExportReport(
        BenchOptions options,
        long rows,
        double perSecond,
        long kilobytes,
        long heapMb,
        long heapLimitMb,
        Map<String, Double> cpu)
        implements BenchReport {

    @Override
    public boolean complete() {
        return rows == options.messages();
    }

    @Override
    public String table() {
        return """

                Xuất tin nhắn (export), %s, %,d dòng %s (rows)
                  từ bảng ra tệp (from the table into the file)   %,10.0f dòng/s
                  tệp (file)                                      %,10d KB
                  heap cao nhất, giới hạn (peak heap, limit)      %,10d MB, %d MB
                  giây CPU mỗi 1.000 dòng (CPU seconds per 1,000): %s
                """.formatted(
                options.database(), rows, format(), perSecond, kilobytes, heapMb, heapLimitMb, CpuMeter.text(cpu));
    }

    @Override
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"export\",\"db\":\"%s\",\"format\":\"%s\",\"rows\":%d,\"perSecond\":%.0f,\"kilobytes\":%d,"
                        + "\"heapMb\":%d,\"heapLimitMb\":%d,\"cpu\":%s}",
                options.database().name().toLowerCase(Locale.ROOT),
                format().toLowerCase(Locale.ROOT),
                rows,
                perSecond,
                kilobytes,
                heapMb,
                heapLimitMb,
                CpuMeter.json(cpu));
    }

    private String format() {
        return options.workbook() ? "XLSX" : "CSV";
    }
}
