package vn.canhbao.core.history;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.Utc;

/**
 * The receipts of a message in the journal. That has no index but its key, as an index would cost every receipt its share on
 * the way in; but it grows with time, so the rows of a period are found by halving, and only those are looked at.
 */
final class ReceiptSearch {

    /** The clocks of two nodes. */
    private static final Duration LEEWAY = Duration.ofSeconds(5);

    /** Rows that are looked at most: some 0.1 s. */
    private static final long MOST_ROWS = 100_000;

    private final JdbcClient jdbc;

    ReceiptSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param cut whether there was more to look at than may be */
    record Found(List<ReceiptStory> receipts, boolean cut) {}

    Found of(List<SegmentStory> segments) {
        Map<String, Integer> numbers = segments.stream()
                .filter(segment -> segment.idKey() != null && segment.receiptAt() != null)
                .collect(Collectors.toMap(SegmentStory::idKey, SegmentStory::number, Math::min));
        if (numbers.isEmpty()) {
            return new Found(List.of(), false);
        }
        List<SegmentStory> told =
                segments.stream().filter(segment -> segment.receiptAt() != null).toList();
        Instant first = told.stream()
                .map(SegmentStory::submittedAt)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant last = told.stream()
                .map(SegmentStory::receiptAt)
                .max(Instant::compareTo)
                .orElseThrow();
        long end = firstSince(last.plus(LEEWAY)).orElse(Long.MAX_VALUE);
        long begin = firstSince(first.minus(LEEWAY)).orElse(0L);
        // The last receipt is the one that counts: what is cut is cut before it.
        long from = end == Long.MAX_VALUE ? begin : Math.max(begin, end - MOST_ROWS);
        return new Found(
                jdbc.sql("""
                                SELECT * FROM receipt_journal
                                WHERE id >= :from AND id < :end AND id_key IN (:keys) AND link IN (:links) ORDER BY id LIMIT 100
                                """)
                        .param("from", from)
                        .param("end", end)
                        .param("keys", numbers.keySet())
                        .param("links", told.stream().map(SegmentStory::link).collect(Collectors.toSet()))
                        .query((row, n) -> receipt(row, numbers.get(row.getString("id_key"))))
                        .list(),
                from > begin);
    }

    /** The first journal row that came at or after an instant; empty where all came before. */
    private Optional<Long> firstSince(Instant since) {
        List<Long> edges = jdbc.sql("SELECT MIN(id) AS low, MAX(id) AS high FROM receipt_journal")
                .query((row, n) -> List.of(row.getLong("low"), row.getLong("high")))
                .single();
        long low = edges.getFirst();
        long high = edges.getLast() + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            Instant at = jdbc.sql("SELECT received_at FROM receipt_journal WHERE id >= ? ORDER BY id LIMIT 1")
                    .param(middle)
                    .query((row, n) -> Utc.instant(row, "received_at"))
                    .single();
            if (at.isBefore(since)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > edges.getLast() ? Optional.empty() : Optional.of(low);
    }

    private static ReceiptStory receipt(ResultSet row, int segment) throws SQLException {
        return new ReceiptStory(
                row.getLong("id"),
                segment,
                row.getString("link"),
                Utc.instant(row, "received_at"),
                row.getString("source_addr"),
                row.getString("dest_addr"),
                row.getInt("esm_class"),
                row.getInt("data_coding"),
                new String(row.getBytes("short_message"), StandardCharsets.ISO_8859_1)
                        .replaceAll("[^\\x20-\\x7E\\xA0-\\xFF]", "."),
                HexFormat.of().withUpperCase().formatHex(row.getBytes("tlvs")),
                row.getString("smsc_message_id"),
                row.getString("state"),
                row.getString("error"),
                Utc.instant(row, "done_at"));
    }
}
