package vn.canhbao.console.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.ReportedBroadcasts;
import vn.canhbao.report.Statistics;
import vn.canhbao.report.StatisticsReader;
import vn.canhbao.report.table.BroadcastTables;
import vn.canhbao.report.table.CsvFile;
import vn.canhbao.report.table.RowsFile;
import vn.canhbao.report.table.StatisticsTables;
import vn.canhbao.report.table.XlsxFile;

/** Every table of statistics as a file, for REST and the page; every export lands in the audit trail. */
@Component
public class StatisticsFiles {

    private final StatisticsReader statistics;
    private final ReportedBroadcasts broadcasts;
    private final AuditTrail audit;

    StatisticsFiles(StatisticsReader statistics, ReportedBroadcasts broadcasts, AuditTrail audit) {
        this.statistics = statistics;
        this.broadcasts = broadcasts;
        this.audit = audit;
    }

    public ResponseEntity<byte[]> xlsx(ReportPeriod period, String person) throws IOException {
        var out = new ByteArrayOutputStream();
        return answer(Download.XLSX, new XlsxFile(out), out, period, person);
    }

    public ResponseEntity<byte[]> csv(ReportPeriod period, String person) throws IOException {
        var out = new ByteArrayOutputStream();
        return answer(Download.CSV, new CsvFile(out, true), out, period, person);
    }

    private ResponseEntity<byte[]> answer(
            Download kind, RowsFile file, ByteArrayOutputStream out, ReportPeriod period, String person)
            throws IOException {
        try (file) {
            Statistics read = statistics.read(period);
            file.tables(StatisticsTables.all(read));
            file.tables(BroadcastTables.of(broadcasts.of(period), read.total().figures()));
        }
        audit.record(person, "STATISTICS_EXPORTED", "statistics " + period.text(), kind.name());
        return kind.answer("thong-ke-" + period.text().replace('/', '_'), out.toByteArray());
    }
}
