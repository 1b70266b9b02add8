package vn.canhbao.core.recipient;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.key.OfficeKey;

/** Numbers of erased people: kept as keyed hashes, so that a later list with them does not warn them again. */
@Repository
public class ErasedNumbers {

    private final JdbcClient jdbc;
    private final OfficeKey key;
    private final Clock clock;

    public ErasedNumbers(JdbcClient jdbc, OfficeKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** Those of the numbers that were erased, each with its reason. */
    public Map<String, String> among(Collection<String> msisdns) {
        // Asked for every block of a preparation: nothing is hashed where nobody was ever erased.
        if (msisdns.isEmpty() || isEmpty()) {
            return Map.of();
        }
        OfficeKey.Hashing hashing = key.hashing("msisdn");
        Map<String, String> byHash = new HashMap<>();
        msisdns.forEach(msisdn -> byHash.put(hashing.hash(msisdn), msisdn));
        Map<String, String> erased = new HashMap<>();
        jdbc.sql("SELECT number_hash, reason FROM erased_number WHERE number_hash IN (:hashes)")
                .param("hashes", List.copyOf(byHash.keySet()))
                .query((row, n) -> erased.put(byHash.get(row.getString(1)), row.getString(2)))
                .list();
        return erased;
    }

    /** The number as it stands in the table. */
    public String hash(String msisdn) {
        return key.hash("msisdn", msisdn);
    }

    /** Keeps the number's hash; again is no error. */
    public void add(String msisdn, SuppressionReason reason, String actor) {
        jdbc.sql("INSERT IGNORE INTO erased_number (number_hash, reason, created_by, created_at) VALUES (?, ?, ?, ?)")
                .params(hash(msisdn), reason.name(), actor, Utc.column(clock.instant()))
                .update();
    }

    Optional<Suppression> find(String msisdn) {
        return jdbc.sql("SELECT * FROM erased_number WHERE number_hash = ?")
                .param(hash(msisdn))
                .query((row, n) -> new Suppression(
                        msisdn,
                        SuppressionReason.valueOf(row.getString("reason")),
                        null,
                        row.getString("created_by"),
                        Utc.instant(row, "created_at"),
                        null,
                        null,
                        null))
                .optional();
    }

    /** The person agreed to be written to again; false where the number was not erased. */
    boolean lift(String msisdn) {
        return jdbc.sql("DELETE FROM erased_number WHERE number_hash = ?")
                        .param(hash(msisdn))
                        .update()
                == 1;
    }

    /** Whether nobody was ever erased. */
    public boolean isEmpty() {
        return jdbc.sql("SELECT 1 FROM erased_number LIMIT 1")
                .query(Integer.class)
                .list()
                .isEmpty();
    }
}
