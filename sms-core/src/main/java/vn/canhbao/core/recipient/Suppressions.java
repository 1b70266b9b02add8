package vn.canhbao.core.recipient;

import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers that are not sent to. */
@Repository
public class Suppressions {

    private final JdbcClient jdbc;

    public Suppressions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the numbers that are suppressed, each with its reason. */
    public Map<String, String> among(Collection<String> msisdns) {
        throw new UnsupportedOperationException("recipient helper");
    }

    /** Suppresses a number; again is no error. */
    public void add(Msisdn msisdn, String reason, String note, String actor) {
        throw new UnsupportedOperationException("recipient helper");
    }
}
