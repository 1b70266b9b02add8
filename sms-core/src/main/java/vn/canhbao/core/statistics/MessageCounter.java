package vn.canhbao.core.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Dialect;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.statistics.WaveCount.TimedMessages;

/** Reads a wave's messages once, row by row, and counts them in every way that is kept. */
@Repository
class MessageCounter {

    private final JdbcTemplate jdbc;

    MessageCounter(DataSource source, Dialect dialect) {
        this.jdbc = new JdbcTemplate(source);
        this.jdbc.setFetchSize(dialect.rowByRow());
    }

    /** In the caller's transaction, whose snapshot both statements read. */
    WaveCount count(long wave) {
        Pass pass = new Pass(reasons(wave));
        jdbc.query("""
                SELECT m.id, m.recipient_id, m.operator_code, r.unit_id, m.status, m.segments, m.submitted_at, m.final_at
                FROM message m LEFT JOIN recipient r ON r.id = m.recipient_id WHERE m.wave_id = ?
                """, pass::add, wave);
        return pass.result();
    }

    private Map<Long, FailureReason> reasons(long wave) {
        Map<Long, FailureReason> reasons = new HashMap<>();
        jdbc.query(
                FailedMessages.ONE_BY_ONE,
                row -> {
                    reasons.put(row.getLong("id"), FailedMessages.reason(row));
                },
                wave);
        return reasons;
    }

    private static final class Pass {

        private final Map<Long, FailureReason> reasons;
        private final Map<WaveTally.Kind, long[]> sums = new HashMap<>();
        private final Map<TimedMessages, long[]> times = new HashMap<>();
        private final RoaringBitmap planned = new RoaringBitmap();
        private final RoaringBitmap confirmed = new RoaringBitmap();

        Pass(Map<Long, FailureReason> reasons) {
            this.reasons = reasons;
        }

        void add(ResultSet row) throws SQLException {
            MessageStatus status = MessageStatus.valueOf(row.getString("status"));
            String operator = row.getString("operator_code");
            boolean submitted = row.getObject("submitted_at") != null;
            long[] sum = sums.computeIfAbsent(
                    new WaveTally.Kind(operator, row.getLong("unit_id"), status, reasons.get(row.getLong("id"))),
                    any -> new long[3]);
            sum[0]++;
            if (submitted) {
                sum[1]++;
                sum[2] += row.getInt("segments");
            }
            int recipient = Math.toIntExact(row.getLong("recipient_id"));
            planned.add(recipient);
            if (status == MessageStatus.DELIVERED) {
                confirmed.add(recipient);
                if (submitted && row.getObject("final_at") != null) {
                    Duration time = Duration.between(Utc.instant(row, "submitted_at"), Utc.instant(row, "final_at"));
                    times.computeIfAbsent(
                                    new TimedMessages(operator, DeliveryTimes.bucket(time), 0), any -> new long[1])[
                            0]++;
                }
            }
        }

        WaveCount result() {
            List<WaveTally> tallies = new ArrayList<>();
            sums.forEach((kind, sum) -> tallies.add(
                    new WaveTally(kind.operator(), kind.unit(), kind.status(), kind.reason(), sum[0], sum[1], sum[2])));
            List<TimedMessages> timed = new ArrayList<>();
            times.forEach((kind, sum) -> timed.add(new TimedMessages(kind.operator(), kind.bucket(), sum[0])));
            return new WaveCount(tallies, timed, planned, confirmed);
        }
    }
}
