package vn.canhbao.core.recipient;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** Phòng, ban, trung tâm of the office; xã, phường of the area. */
@Repository
public class Units {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    public Units(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** The id of each named unit; units not known yet are made, their kind read from the name. */
    public Map<String, Long> findOrCreate(Collection<String> names) {
        Map<String, Long> ids = find(names);
        // In order of the name, so that two imports wait for each other instead of deadlocking.
        var missing = new TreeSet<>(names);
        missing.removeAll(ids.keySet());
        if (!missing.isEmpty()) {
            var now = Utc.column(clock.instant());
            batches.batchUpdate(
                    "INSERT IGNORE INTO unit (name, kind, created_at) VALUES (?, ?, ?)",
                    missing.stream()
                            .map(name -> new Object[] {name, UnitKind.of(name).name(), now})
                            .toList());
            // One by one: a collation may call two spellings equal, the row then bears the other one's name.
            missing.forEach(name -> ids.put(name, id(name)));
        }
        return ids;
    }

    private Map<String, Long> find(Collection<String> names) {
        Map<String, Long> ids = new HashMap<>();
        if (!names.isEmpty()) {
            jdbc.sql("SELECT name, id FROM unit WHERE name IN (:names)")
                    .param("names", List.copyOf(names))
                    .query((row, n) -> ids.put(row.getString(1), row.getLong(2)))
                    .list();
        }
        return ids;
    }

    private Long id(String name) {
        return jdbc.sql("SELECT id FROM unit WHERE name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }
}
