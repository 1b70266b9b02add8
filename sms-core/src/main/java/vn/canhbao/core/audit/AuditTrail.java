package vn.canhbao.core.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The audit trail; rows are only ever added. */
@Repository
public class AuditTrail {

    // As people write them into a reason: 0912 345 678, +84912345678.
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.])(?:\\+|00)?(?:84|0)[ .-]?[1-9](?:[ .-]?\\d){8,9}(?!\\d)");

    private final JdbcClient jdbc;
    private final Clock clock;

    public AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records an action in the caller's transaction.
     *
     * @param action upper-case verb: {@code CAMPAIGN_APPROVED}
     * @param subject what it was done to: {@code campaign 12}
     * @param detail reason or figures, or {@code null}; a subscriber's number in it is kept as •••: a row can never be changed,
     *     not even to erase somebody
     */
    public void record(String actor, String action, String subject, String detail) {
        jdbc.sql("INSERT INTO audit_trail (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)")
                .params(Utc.column(clock.instant()), actor, action, withoutNumbers(subject), withoutNumbers(detail))
                .update();
    }

    private static String withoutNumbers(String text) {
        return text == null ? null : NUMBER.matcher(text).replaceAll("•••");
    }

    /**
     * What fits the search, the newest first.
     *
     * @param before the id of the last one seen, or {@code null}
     */
    public List<AuditEntry> search(AuditSearch search, Long before, int limit) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        add("actor = ?", search.actor(), conditions, values);
        add("action = ?", search.action(), conditions, values);
        add("subject LIKE ? ESCAPE '!'", beginning(search.subject()), conditions, values);
        add("at >= ?", Utc.column(search.since()), conditions, values);
        add("at < ?", Utc.column(search.until()), conditions, values);
        add("id < ?", before, conditions, values);
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        values.add(limit);
        return jdbc.sql("SELECT id, at, actor, action, subject, detail FROM audit_trail " + where
                        + " ORDER BY id DESC LIMIT ?")
                .params(values)
                .query((row, n) -> new AuditEntry(
                        row.getLong("id"),
                        Utc.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail")))
                .list();
    }

    // "campaign 1" is one campaign, not 1, 10 and 100: only a word alone is a beginning.
    private static String beginning(String subject) {
        if (subject == null) {
            return null;
        }
        String escaped = subject.replaceAll("[!%_]", "!$0");
        return subject.contains(" ") ? escaped : escaped + "%";
    }

    private static void add(String condition, Object value, List<String> conditions, List<Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }
}
