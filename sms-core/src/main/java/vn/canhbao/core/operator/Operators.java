package vn.canhbao.core.operator;

import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Chooses a number's operator: override (portability), then longest prefix, then {@code UNKNOWN}. */
@Repository
public class Operators {

    private final JdbcClient jdbc;

    public Operators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The operator code of each number, for a block of numbers in one look-up. */
    public Map<String, String> of(Collection<String> msisdns) {
        throw new UnsupportedOperationException("recipient helper");
    }

    /** Display names by code, in the order of a table on screen. */
    public Map<String, String> displayNames() {
        throw new UnsupportedOperationException("recipient helper");
    }
}
