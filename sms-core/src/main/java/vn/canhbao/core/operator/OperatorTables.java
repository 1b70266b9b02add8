package vn.canhbao.core.operator;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

/**
 * The tables that say which operator a number is with: prefixes (a number's first operator) and overrides (numbers that
 * moved, MNP). Administrators change them; prepared messages keep the operator that they have.
 */
@Component
public class OperatorTables {

    private final JdbcClient jdbc;
    private final Operators operators;
    private final AuditTrail audit;
    private final Clock clock;

    public OperatorTables(JdbcClient jdbc, Operators operators, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.operators = operators;
        this.audit = audit;
        this.clock = clock;
    }

    /** National digits without the leading 0, and the operator they were given to. */
    public record Prefix(String prefix, String operator) {}

    /** A number that is with another operator than its prefix says; {@code source}: PORT_LIST, LEARNED or MANUAL. */
    public record Ported(String msisdn, String operator, String source, Instant since) {}

    public List<Prefix> prefixes() {
        return jdbc.sql("SELECT prefix, operator_code FROM operator_prefix ORDER BY prefix")
                .query((row, n) -> new Prefix(row.getString(1), row.getString(2)))
                .list();
    }

    /**
     * In the order of numbers.
     *
     * @param beginning of the number, normalised ({@code 8491}); empty: all
     * @param after the last one seen, or {@code null}
     */
    public List<Ported> overrides(String beginning, String after, int limit) {
        return jdbc.sql("""
                        SELECT msisdn, operator_code, source, created_at FROM operator_override
                        WHERE msisdn LIKE ? AND msisdn > ? ORDER BY msisdn LIMIT ?
                        """)
                .params(beginning.replaceAll("\\D", "") + "%", after == null ? "" : after, limit)
                .query((row, n) -> new Ported(
                        row.getString("msisdn"),
                        row.getString("operator_code"),
                        row.getString("source"),
                        Utc.instant(row, "created_at")))
                .list();
    }

    /** Gives a prefix to an operator, new or not. */
    @Transactional
    public void setPrefix(String prefix, String operator, String actor) {
        known(operator);
        String digits = prefix == null ? "" : prefix.strip().replaceFirst("^(\\+?84|0)", "");
        if (!digits.matches("[3-9][0-9]{1,7}")) {
            throw InvalidInput.of("prefix", "nhập đầu số như 091 hoặc 0998 (a prefix like 091 or 0998)");
        }
        jdbc.sql(
                        "INSERT INTO operator_prefix (prefix, operator_code) VALUES (?, ?) ON DUPLICATE KEY UPDATE operator_code = VALUES(operator_code)")
                .params(digits, operator)
                .update();
        audit.record(actor, "PREFIX_SET", "prefix 0" + digits, operator);
        operators.refreshPrefixes();
    }

    /** Says that a number is with another operator than its prefix. */
    @Transactional
    public void setOverride(String msisdn, String operator, String actor) {
        known(operator);
        jdbc.sql("""
                        INSERT INTO operator_override (msisdn, operator_code, source, created_at) VALUES (?, ?, 'MANUAL', ?)
                        ON DUPLICATE KEY UPDATE operator_code = VALUES(operator_code), source = 'MANUAL', created_at = VALUES(created_at)
                        """).params(msisdn, operator, Utc.column(clock.instant())).update();
        audit.record(actor, "PORTED_NUMBER_SET", "operator override", operator);
    }

    /** The number is with its prefix's operator again. */
    @Transactional
    public void removeOverride(String msisdn, String actor) {
        if (jdbc.sql("DELETE FROM operator_override WHERE msisdn = ?")
                        .param(msisdn)
                        .update()
                == 0) {
            throw new NotFound("Số này không có trong bảng chuyển mạng (no such override)");
        }
        audit.record(actor, "PORTED_NUMBER_REMOVED", "operator override", null);
    }

    private void known(String operator) {
        if (!operators.displayNames().containsKey(operator)) {
            throw InvalidInput.of("operator", "chọn một nhà mạng trong danh sách (choose an operator)");
        }
    }
}
