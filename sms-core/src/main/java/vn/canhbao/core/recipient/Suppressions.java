package vn.canhbao.core.recipient;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** Numbers that are not sent to. */
@Repository
public class Suppressions {

    private final JdbcClient jdbc;
    private final ErasedNumbers erased;
    private final Clock clock;

    public Suppressions(JdbcClient jdbc, ErasedNumbers erased, Clock clock) {
        this.jdbc = jdbc;
        this.erased = erased;
        this.clock = clock;
    }

    /** Those of the numbers that are suppressed, or belong to somebody erased, each with its reason. */
    public Map<String, String> among(Collection<String> msisdns) {
        Map<String, String> suppressed = new HashMap<>(erased.among(msisdns));
        if (!msisdns.isEmpty()) {
            jdbc.sql("SELECT msisdn, reason FROM suppression WHERE msisdn IN (:msisdns)")
                    .param("msisdns", List.copyOf(msisdns))
                    .query((row, n) -> suppressed.put(row.getString(1), row.getString(2)))
                    .list();
        }
        return suppressed;
    }

    /**
     * Suppresses a number; again is no error, the first reason stays.
     *
     * @param reason {@code REFUSED}, {@code WRONG_NUMBER}, {@code DATA_PROTECTION} or {@code MANUAL}
     */
    public void add(Msisdn msisdn, String reason, String note, String actor) {
        jdbc.sql("INSERT IGNORE INTO suppression (msisdn, reason, note, created_by, created_at) VALUES (?, ?, ?, ?, ?)")
                .params(msisdn.digits(), reason, note, actor, Utc.column(clock.instant()))
                .update();
    }
}
