package vn.canhbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.history.MessageCursor;
import vn.canhbao.core.history.MessageFilter;
import vn.canhbao.core.history.MessageLine;
import vn.canhbao.core.history.MessageLines;

/**
 * A campaign's messages as a table. Read page by page, wave after wave, in the order of the numbers: no statement stays open while a slow
 * reader takes his file, and no more than a page is in memory.
 */
@Component
public class MessageExport {

    private static final int PAGE = 2_000;
    /** Where the number stands in a row. */
    private static final int NUMBER = 2;

    private static final List<ReportTable.Column> COLUMNS = List.of(
            new ReportTable.Column("Mã tin", 12),
            new ReportTable.Column("Đợt", 6),
            new ReportTable.Column("Số thuê bao", 14),
            new ReportTable.Column("Nhà mạng", 14),
            new ReportTable.Column("Kết nối", 12),
            new ReportTable.Column("Trạng thái", 18),
            new ReportTable.Column("Số đoạn", 8),
            new ReportTable.Column("Nhà mạng nhận lúc", 20),
            new ReportTable.Column("Có kết quả lúc", 20),
            new ReportTable.Column("Chi tiết", 40));

    private final JdbcClient jdbc;
    private final MessageLines lines;

    public MessageExport(JdbcClient jdbc) {
        this.jdbc = jdbc;
        lines = new MessageLines(jdbc);
    }

    /**
     * Writes all of them as one table; how many there were.
     *
     * @param number how a number is shown to whoever reads the file
     */
    public long write(long campaignId, UnaryOperator<String> number, RowsFile file) throws IOException {
        file.table("Tin nhắn", COLUMNS);
        long written = 0;
        for (Wave wave : waves(campaignId)) {
            String after = "";
            List<List<Object>> page;
            do {
                page = page(wave, after);
                for (List<Object> row : page) {
                    after = (String) row.get(NUMBER);
                    row.set(NUMBER, number.apply(after));
                    file.row(row);
                }
                written += page.size();
            } while (page.size() == PAGE);
        }
        return written;
    }

    /** Writes those that a filter leaves, in the order of the list that shows them; how many there were. */
    public long write(long campaignId, MessageFilter filter, UnaryOperator<String> number, RowsFile file)
            throws IOException {
        if (filter.isEmpty()) {
            return write(campaignId, number, file);
        }
        file.table("Tin nhắn", COLUMNS);
        long written = 0;
        MessageCursor after = null;
        List<MessageLine> page;
        do {
            page = lines.page(campaignId, filter, after, PAGE);
            for (MessageLine line : page) {
                file.row(cells(line, number));
                after = line.cursor();
            }
            written += page.size();
        } while (page.size() == PAGE);
        return written;
    }

    private static List<Object> cells(MessageLine line, UnaryOperator<String> number) {
        List<Object> cells = new ArrayList<>(COLUMNS.size());
        cells.add(line.id());
        cells.add((long) line.wave());
        cells.add(number.apply(line.msisdn()));
        cells.add(line.operator());
        cells.add(line.link());
        cells.add(line.status().name());
        cells.add((long) line.segments());
        cells.add(line.submittedAt());
        cells.add(line.finalAt());
        cells.add(line.detail());
        return cells;
    }

    private List<Wave> waves(long campaignId) {
        return jdbc.sql("SELECT id, position FROM wave WHERE campaign_id = ? ORDER BY position")
                .param(campaignId)
                .query((row, n) -> new Wave(row.getLong("id"), row.getLong("position")))
                .list();
    }

    // By the unique key of number and wave, the only index that gives a wave's messages in an order. wave_id stands in
    // the order too, or H2 doesn't see that the index has it and reads the rest of the wave for every page.
    private List<List<Object>> page(Wave wave, String after) {
        return jdbc.sql("""
                SELECT id, msisdn, operator_code, link, status, segments, submitted_at, final_at, detail
                FROM message WHERE wave_id = ? AND msisdn > ? ORDER BY wave_id, msisdn LIMIT %d
                """.formatted(PAGE))
                .params(wave.id(), after)
                .query((row, n) -> {
                    List<Object> cells = new ArrayList<>(COLUMNS.size());
                    cells.add(row.getLong("id"));
                    cells.add(wave.position());
                    cells.add(row.getString("msisdn"));
                    cells.add(row.getString("operator_code"));
                    cells.add(row.getString("link"));
                    cells.add(row.getString("status"));
                    cells.add(row.getLong("segments"));
                    cells.add(Utc.instant(row, "submitted_at"));
                    cells.add(Utc.instant(row, "final_at"));
                    cells.add(row.getString("detail"));
                    return cells;
                })
                .list();
    }

    private record Wave(long id, long position) {}
}
