package vn.canhbao.core.operator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.InvalidInput;

/** The operators' tariffs, as the administrator enters them from the contracts; for estimates, never for sending. */
@Repository
public class Tariffs {

    private static final int MOST = 100_000;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    public Tariffs(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them, by operator, the newest first. */
    public List<Tariff> all() {
        return jdbc.sql("SELECT * FROM operator_tariff ORDER BY operator_code, valid_from DESC")
                .query((row, n) -> new Tariff(
                        row.getString("operator_code"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getInt("vnd_per_segment"),
                        row.getString("changed_by"),
                        Utc.instant(row, "changed_at")))
                .list();
    }

    /** Đồng a segment today, by operator code; one without a tariff is not in it. */
    public Map<String, Integer> today() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL);
        Map<String, Integer> perSegment = new HashMap<>();
        for (Tariff tariff : all()) {
            if (!tariff.validFrom().isAfter(today)) {
                perSegment.putIfAbsent(tariff.operator(), tariff.vndPerSegment());
            }
        }
        return perSegment;
    }

    /** Enters a tariff; the one of the same operator and day is corrected. {@link InvalidInput} names what is wrong. */
    @Transactional
    public void enter(String operator, LocalDate validFrom, Integer vndPerSegment, String actor) {
        check(operator, validFrom, vndPerSegment);
        jdbc.sql("""
                        INSERT INTO operator_tariff (operator_code, valid_from, vnd_per_segment, changed_by, changed_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE vnd_per_segment = VALUES(vnd_per_segment), changed_by = VALUES(changed_by),
                            changed_at = VALUES(changed_at)
                        """)
                .params(operator, validFrom, vndPerSegment, actor, Utc.column(clock.instant()))
                .update();
        audit.record(
                actor, "TARIFF_ENTERED", "operator " + operator, vndPerSegment + " VND a segment from " + validFrom);
    }

    private void check(String operator, LocalDate validFrom, Integer vndPerSegment) {
        boolean known = jdbc.sql("SELECT COUNT(*) FROM operator WHERE code = ?")
                        .param(operator)
                        .query(Long.class)
                        .single()
                == 1;
        if (!known) {
            throw InvalidInput.of("operator", "không có nhà mạng " + operator + " (no such operator)");
        }
        if (validFrom == null) {
            throw InvalidInput.of("validFrom", "thiếu ngày áp dụng, ví dụ 2026-12-01 (a day is needed)");
        }
        if (vndPerSegment == null || vndPerSegment < 0 || vndPerSegment > MOST) {
            throw InvalidInput.of("vndPerSegment", "đồng mỗi đoạn, từ 0 đến 100.000 (VND a segment, 0 to 100,000)");
        }
    }
}
