package vn.canhbao.core.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The segments as they came; all but {@link #add} run in the transaction of whoever has the turn. */
@Repository
public class InboundSegments {

    private static final String OF_ONE_MESSAGE =
            " source_addr = :source AND dest_addr = :dest AND reference_no = :reference AND total = :total ";

    private final JdbcClient jdbc;

    public InboundSegments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When it returns, deliver_sm_resp may be sent. */
    public void add(InboundSegment segment) {
        of(segment, """
                        INSERT INTO inbound_segment (link, received_at, source_addr, dest_addr, alphabet, octets,
                            reference_no, total, segment_no, state)
                        VALUES (:link, :receivedAt, :source, :dest, :alphabet, :octets, :reference, :total, :number, 'NEW')
                        """)
                .param("link", segment.link())
                .param("receivedAt", Utc.column(segment.receivedAt()))
                .param("alphabet", segment.alphabet().name())
                .param("octets", segment.octets())
                .param("number", segment.number())
                .update();
    }

    /** Waits for the turn to read; it lasts until the transaction's end. */
    public void takeTurn() {
        // The row is looked for first: two that only try to insert it hold each other's lock.
        if (!lockTurn()) {
            jdbc.sql("INSERT IGNORE INTO inbound_turn (id) VALUES (1)").update();
            lockTurn();
        }
    }

    private boolean lockTurn() {
        return jdbc.sql("SELECT id FROM inbound_turn WHERE id = 1 FOR UPDATE")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The first that nobody has read, after an id. */
    public Optional<InboundSegment> nextNew(long after) {
        return jdbc.sql("SELECT * FROM inbound_segment WHERE state = 'NEW' AND id > ? ORDER BY id LIMIT 1")
                .param(after)
                .query(InboundSegments::segment)
                .optional();
    }

    /** Whether the very same came before, since an instant: the SMSC sent it again. */
    public boolean cameBefore(InboundSegment segment, Instant since) {
        return of(segment, "SELECT 1 FROM inbound_segment WHERE" + OF_ONE_MESSAGE + """
                        AND id < :id AND received_at >= :since AND segment_no = :number AND alphabet = :alphabet
                        AND octets = :octets LIMIT 1
                        """)
                .param("id", segment.id())
                .param("since", Utc.column(since))
                .param("number", segment.number())
                .param("alphabet", segment.alphabet().name())
                .param("octets", segment.octets())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Those that came of the same long message and wait, this one too if it does. */
    public List<InboundSegment> waitingWith(InboundSegment segment) {
        return of(segment, "SELECT * FROM inbound_segment WHERE" + OF_ONE_MESSAGE + "AND state = 'WAITING' ORDER BY id")
                .query(InboundSegments::segment)
                .list();
    }

    /** The first that has waited since before an instant, after an id. */
    public Optional<InboundSegment> nextOverdue(long after, Instant waitingSince) {
        return jdbc.sql("""
                        SELECT * FROM inbound_segment WHERE state = 'WAITING' AND id > ? AND received_at <= ?
                        ORDER BY id LIMIT 1
                        """)
                .params(after, Utc.column(waitingSince))
                .query(InboundSegments::segment)
                .optional();
    }

    public void markWaiting(InboundSegment segment) {
        mark(List.of(segment), "WAITING", null);
    }

    public void markDuplicate(InboundSegment segment) {
        mark(List.of(segment), "DUPLICATE", null);
    }

    public void markDone(List<InboundSegment> segments, long inboundId) {
        mark(segments, "DONE", inboundId);
    }

    private void mark(List<InboundSegment> segments, String state, Long inboundId) {
        jdbc.sql("UPDATE inbound_segment SET state = :state, inbound_id = :inbound WHERE id IN (:ids)")
                .param("state", state)
                .param("inbound", inboundId)
                .param("ids", segments.stream().map(InboundSegment::id).toList())
                .update();
    }

    private JdbcClient.StatementSpec of(InboundSegment segment, String sql) {
        return jdbc.sql(sql)
                .param("source", segment.sourceAddr())
                .param("dest", segment.destAddr())
                .param("reference", segment.reference())
                .param("total", segment.total());
    }

    private static InboundSegment segment(ResultSet row, int n) throws SQLException {
        return new InboundSegment(
                row.getLong("id"),
                row.getString("link"),
                Utc.instant(row, "received_at"),
                row.getString("source_addr"),
                row.getString("dest_addr"),
                InboundAlphabet.valueOf(row.getString("alphabet")),
                row.getBytes("octets"),
                row.getInt("reference_no"),
                row.getInt("total"),
                row.getInt("segment_no"));
    }
}
