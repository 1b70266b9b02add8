package vn.canhbao.core.operator;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** Chooses a number's operator: override (portability), then longest prefix, then {@code UNKNOWN}. */
@Repository
public class Operators {

    /** The code of numbers whose operator no table knows. */
    public static final String UNKNOWN = "UNKNOWN";

    private static final int COUNTRY_CODE = 2;

    private final JdbcClient jdbc;
    private volatile PrefixTable prefixes;

    public Operators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The operator code of each number, for a block of numbers in one look-up. */
    public Map<String, String> of(Collection<String> msisdns) {
        Map<String, String> operators = new HashMap<>();
        PrefixTable table = prefixes();
        for (String msisdn : msisdns) {
            operators.put(
                    msisdn, table.operatorOf(msisdn.substring(COUNTRY_CODE)).orElse(UNKNOWN));
        }
        operators.putAll(overrides(msisdns));
        return operators;
    }

    /** Display names by code, in the order of a table on screen: by name, {@code UNKNOWN} last. */
    public Map<String, String> displayNames() {
        Map<String, String> names = new LinkedHashMap<>();
        jdbc.sql("SELECT code, display_name FROM operator ORDER BY code = 'UNKNOWN', LOWER(display_name)")
                .query((row, n) -> names.put(row.getString(1), row.getString(2)))
                .list();
        return names;
    }

    /** Every mobile prefix; read once and kept until {@link #refreshPrefixes()}. */
    public PrefixTable prefixes() {
        PrefixTable table = prefixes;
        return table != null ? table : refreshPrefixes();
    }

    /** Reads the prefixes again: call it after a change to {@code operator_prefix}. */
    public PrefixTable refreshPrefixes() {
        Map<String, String> read = new HashMap<>();
        jdbc.sql("SELECT prefix, operator_code FROM operator_prefix")
                .query((row, n) -> read.put(row.getString(1), row.getString(2)))
                .list();
        PrefixTable table = new PrefixTable(read);
        prefixes = table;
        return table;
    }

    /**
     * A message reached the number over this operator's link after its own had said that it is in another network. What a
     * person or a port list says stays.
     */
    public void learn(String msisdn, String operator, Instant now) {
        jdbc.sql("""
                        INSERT INTO operator_override (msisdn, operator_code, source, created_at) VALUES (?, ?, 'LEARNED', ?)
                        ON DUPLICATE KEY UPDATE operator_code =
                            CASE WHEN source = 'LEARNED' THEN VALUES(operator_code) ELSE operator_code END
                        """).params(msisdn, operator, Utc.column(now)).update();
    }

    // Overrides are looked up each time: an import of a port list takes effect with the next block.
    private Map<String, String> overrides(Collection<String> msisdns) {
        Map<String, String> overrides = new HashMap<>();
        if (!msisdns.isEmpty()) {
            jdbc.sql("SELECT msisdn, operator_code FROM operator_override WHERE msisdn IN (:msisdns)")
                    .param("msisdns", List.copyOf(msisdns))
                    .query((row, n) -> overrides.put(row.getString(1), row.getString(2)))
                    .list();
        }
        return overrides;
    }
}
