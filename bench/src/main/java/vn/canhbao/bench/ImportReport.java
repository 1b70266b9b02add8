package vn.canhbao.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.RecipientImport;

/**
 * An import as measured.
 *
 * @param perSecond rows, from the upload to the end
 * @param checkSeconds of it, storing the upload and reading it once from end to end
 * @param thirds rows a second in the first, second and last third of the writing
 * @param cpu CPU seconds by process for each 1,000 rows
 */
record ImportReport(
        BenchOptions options,
        int rows,
        double perSecond,
        double checkSeconds,
        List<Double> thirds,
        Map<String, Double> cpu,
        long heapMb,
        RecipientFile file,
        RecipientImport done)
        implements BenchReport {

    // Rows that were known are duplicates too; a bench's file has none.
    @Override
    public boolean complete() {
        return done.status() == ImportStatus.COMPLETED
                && done.read() == rows
                && done.rejected() == file.wrong()
                && done.duplicates() == file.repeated();
    }

    @Override
    public String table() {
        return """

                Nhập danh sách (import), %s, %,d dòng %s (rows)
                  từ tải lên đến xong (from upload to completed)                      %,10.0f dòng/s
                  trong đó lưu và kiểm tra tệp (storing and checking the file)        %,10.1f s
                  từng phần ba khi ghi (thirds of the writing)                        %10s dòng/s
                  nhận (accepted) %,d · trùng (duplicates) %,d · từ chối (rejected) %,d
                  heap cao nhất (peak heap)                                           %,10d MB
                  giây CPU mỗi 1.000 dòng (CPU seconds per 1,000): %s
                %s""".formatted(
                        options.database(),
                        rows,
                        format(),
                        perSecond,
                        checkSeconds,
                        thirds.stream().map("%,.0f"::formatted).collect(Collectors.joining(" · ")),
                        done.accepted(),
                        done.duplicates(),
                        done.rejected(),
                        heapMb,
                        CpuMeter.text(cpu),
                        complete() ? "" : "  KHÔNG ĐẠT (not as expected): " + done + "\n");
    }

    @Override
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"import\",\"db\":\"%s\",\"format\":\"%s\",\"rows\":%d,\"perSecond\":%.0f,\"checkSeconds\":%.1f,\"thirds\":[%s],"
                        + "\"accepted\":%d,\"duplicates\":%d,\"rejected\":%d,\"heapMb\":%d,\"cpu\":%s}",
                options.database().name().toLowerCase(Locale.ROOT),
                format().toLowerCase(Locale.ROOT),
                rows,
                perSecond,
                checkSeconds,
                thirds.stream().map(third -> "%.0f".formatted(third)).collect(Collectors.joining(",")),
                done.accepted(),
                done.duplicates(),
                done.rejected(),
                heapMb,
                CpuMeter.json(cpu));
    }

    private String format() {
        return options.workbook() ? "XLSX" : "CSV";
    }
}
