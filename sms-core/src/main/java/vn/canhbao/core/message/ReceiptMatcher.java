package vn.canhbao.core.message;

import static vn.canhbao.core.db.JoinedUpdate.set;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.JoinedUpdate;
import vn.canhbao.core.db.JoinedUpdate.Value;
import vn.canhbao.core.db.SetBasedWriter;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.RecentCount;

/**
 * Finds the segment that a receipt speaks of (by id, else by destination and time) and moves the segment and its message
 * on. States only move forward: an interim state never follows a final one, a final one never changes.
 */
@Repository
public class ReceiptMatcher {

    /** A message id that comes again for the same number after this is another message: SMSCs reuse ids after weeks. */
    private static final Duration ID_LIFETIME = Duration.ofDays(8);

    /** A message that was sent after its receipt came is another one, but for the clocks of two nodes. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private static final JoinedUpdate SEGMENT = new JoinedUpdate(
            "message_segment",
            List.of(
                    Value.key("message_id", "BIGINT"),
                    Value.key("segment_no", "INTEGER"),
                    Value.of("receipt_state", "VARCHAR"),
                    Value.of("receipt_error", "VARCHAR"),
                    Value.of("receipt_at", "TIMESTAMP")),
            List.of(
                    set("receipt_state", "v.receipt_state"),
                    set("receipt_error", "v.receipt_error"),
                    set("receipt_at", "v.receipt_at")),
            // A final state never changes, whatever the writer knew of it.
            "t.receipt_state IS NULL"
                    + " OR t.receipt_state NOT IN ('DELIVERED', 'EXPIRED', 'DELETED', 'UNDELIVERABLE', 'REJECTED')");

    private final NamedParameterJdbcTemplate jdbc;
    private final SetBasedWriter writer;
    private final MessageFates messages;
    private final OrphanSegments due;
    private final ReceiptDelays delays = new ReceiptDelays();

    public ReceiptMatcher(NamedParameterJdbcTemplate jdbc, SetBasedWriter writer) {
        this.jdbc = jdbc;
        this.writer = writer;
        messages = new MessageFates(jdbc, writer);
        due = new OrphanSegments(jdbc);
    }

    /**
     * Applies a block of receipts of one link, in the caller's transaction.
     *
     * @return those that belong to no segment that we know: they came before their submit_sm_resp was recorded, or the
     *     answer never came, or they are not ours
     */
    public List<JournalledReceipt> apply(String link, List<JournalledReceipt> receipts) {
        return apply(link, receipts, new RecentSegments());
    }

    /** The same, with the segments that the ledger has just recorded at hand. */
    public List<JournalledReceipt> apply(String link, List<JournalledReceipt> receipts, RecentSegments recent) {
        Map<String, List<SubmittedSegment>> known = segmentsByKey(link, recent.without(receipts));
        List<JournalledReceipt> orphans = new ArrayList<>();
        Map<SubmittedSegment.Id, SubmittedSegment> changed = new LinkedHashMap<>();
        for (JournalledReceipt receipt : receipts) {
            SubmittedSegment match = receipt.idKey() == null ? null : recent.of(receipt);
            if (match == null && receipt.idKey() != null) {
                match = match(receipt, known.getOrDefault(receipt.idKey(), List.of()));
            }
            if (match == null) {
                orphans.add(receipt);
            } else if (match.take(receipt)) {
                delays.matched(receipt, match.submittedAt());
                changed.put(match.id(), match);
            }
        }
        write(changed.values());
        return orphans;
    }

    /** Receipts of a link that came later than usual. */
    public RecentCount late(String link) {
        return delays.late(link);
    }

    /**
     * Tries again a block of orphans, the oldest first: by id, on any link then, and those that no id settles by
     * destination and time.
     *
     * @return those that found their segment
     */
    public List<JournalledReceipt> applyOrphans(String link, List<JournalledReceipt> orphans) {
        List<JournalledReceipt> still = applyByNumber(link, applyOnAnyLink(apply(link, orphans)));
        List<JournalledReceipt> matched = new ArrayList<>(orphans);
        matched.removeAll(still);
        return matched;
    }

    private List<JournalledReceipt> applyOnAnyLink(List<JournalledReceipt> orphans) {
        Map<String, List<SubmittedSegment>> known = due.onAnyLink(orphans.stream()
                .map(JournalledReceipt::idKey)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return take(
                orphans,
                (orphan, changed) ->
                        orphan.idKey() == null ? null : match(orphan, known.getOrDefault(orphan.idKey(), List.of())));
    }

    // Where both sides name an id, they are two messages: the number alone settles nothing.
    private List<JournalledReceipt> applyByNumber(String link, List<JournalledReceipt> orphans) {
        if (orphans.isEmpty()) {
            return orphans;
        }
        Map<String, List<SubmittedSegment>> open = due.dueByNumber(
                link,
                orphans.stream().map(JournalledReceipt::msisdn).distinct().toList(),
                orphans.getFirst().receivedAt().minus(ID_LIFETIME));
        return take(
                orphans,
                (orphan, changed) -> open.getOrDefault(orphan.msisdn(), List.of()).stream()
                        .filter(segment -> orphan.idKey() == null || segment.idKey() == null)
                        .filter(segment -> !segment.submittedAt().isAfter(orphan.receivedAt()))
                        .filter(segment -> segment.submittedAt()
                                .isAfter(orphan.receivedAt().minus(ID_LIFETIME)))
                        .filter(segment -> !changed.containsKey(segment.id()))
                        .findFirst()
                        .orElse(null));
    }

    /** Those that stay orphans. */
    private List<JournalledReceipt> take(
            List<JournalledReceipt> orphans,
            BiFunction<JournalledReceipt, Map<SubmittedSegment.Id, SubmittedSegment>, SubmittedSegment> search) {
        Map<SubmittedSegment.Id, SubmittedSegment> changed = new LinkedHashMap<>();
        List<JournalledReceipt> still = new ArrayList<>();
        for (JournalledReceipt orphan : orphans) {
            SubmittedSegment found = search.apply(orphan, changed);
            if (found == null) {
                still.add(orphan);
            } else if (found.take(orphan)) {
                delays.matched(orphan, found.submittedAt());
                changed.put(found.id(), found);
            }
        }
        write(changed.values());
        return still;
    }

    /** When the receipts of these segments came, by key; those without one are left out. */
    public Map<String, Instant> receiptTimes(String link, Collection<String> keys) {
        Map<String, Instant> times = new HashMap<>();
        jdbc.query("""
                SELECT id_key, receipt_at FROM message_segment
                WHERE id_key IN (:keys) AND link = :link AND receipt_at IS NOT NULL
                """, new MapSqlParameterSource("keys", keys).addValue("link", link), row -> {
            times.put(row.getString("id_key"), Utc.instant(row, "receipt_at"));
        });
        return times;
    }

    private Map<String, List<SubmittedSegment>> segmentsByKey(String link, List<JournalledReceipt> receipts) {
        List<String> keys = receipts.stream()
                .map(JournalledReceipt::idKey)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .query("""
                        SELECT s.message_id, s.segment_no, s.id_key, s.submitted_at, s.receipt_state, m.msisdn, m.segments
                        FROM message_segment s JOIN message m ON m.id = s.message_id
                        WHERE s.id_key IN (:keys) AND s.link = :link
                        ORDER BY s.message_id DESC
                        """, new MapSqlParameterSource("keys", keys).addValue("link", link), SubmittedSegment::read)
                .stream()
                .collect(Collectors.groupingBy(SubmittedSegment::idKey));
    }

    // The newest message with this id to this number, and of its segments one whose receipt is due. An id alone is not
    // enough: SMSCs reuse them after weeks, and some give one id to all segments of a message.
    private static SubmittedSegment match(JournalledReceipt receipt, List<SubmittedSegment> newestFirst) {
        List<SubmittedSegment> fitting = newestFirst.stream()
                .filter(segment -> segment.msisdn().equals(receipt.msisdn()))
                .filter(segment ->
                        segment.submittedAt().isAfter(receipt.receivedAt().minus(ID_LIFETIME)))
                .filter(segment ->
                        segment.submittedAt().isBefore(receipt.receivedAt().plus(CLOCKS_APART)))
                .toList();
        return fitting.stream()
                .filter(segment -> segment.messageId() == fitting.getFirst().messageId())
                .filter(SubmittedSegment::isDue)
                .min(Comparator.comparingInt(SubmittedSegment::number))
                .orElse(fitting.isEmpty() ? null : fitting.getFirst());
    }

    private void write(Collection<SubmittedSegment> changed) {
        if (changed.isEmpty()) {
            return;
        }
        writer.update(
                SEGMENT,
                changed.stream()
                        .map(segment -> new Object[] {
                            segment.messageId(),
                            segment.number(),
                            segment.state().name(),
                            segment.error(),
                            Utc.column(segment.at())
                        })
                        .toList());
        Map<Long, List<SegmentFate>> fates = fates(changed);
        List<Object[]> settled = new ArrayList<>();
        changed.stream()
                .collect(Collectors.groupingBy(SubmittedSegment::messageId))
                .forEach((message, segments) -> {
                    MessageStatus status = SegmentFate.settle(fates.getOrDefault(message, List.of()));
                    if (status != null) {
                        SubmittedSegment last = segments.getLast();
                        settled.add(new Object[] {
                            message,
                            status.name(),
                            Utc.column(last.at()),
                            new SegmentReceipt(last.state(), last.error(), last.at()).inWords(status)
                        });
                    }
                });
        messages.write(settled);
    }

    /** The fates of all segments of the changed messages; a message of one segment needs no look-up. */
    private Map<Long, List<SegmentFate>> fates(Collection<SubmittedSegment> changed) {
        Map<Long, List<SegmentFate>> fates = new LinkedHashMap<>();
        List<Long> longMessages = new ArrayList<>();
        for (SubmittedSegment segment : changed) {
            if (segment.ofSegments() == 1) {
                fates.put(segment.messageId(), List.of(new SegmentFate(false, segment.state())));
            } else {
                longMessages.add(segment.messageId());
            }
        }
        if (!longMessages.isEmpty()) {
            fates.putAll(messages.of(longMessages));
        }
        return fates;
    }
}
