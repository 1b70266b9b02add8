package vn.canhbao.core.recipient;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The provinces and communes that files named. No list is shipped: codes and names change by decree, and an office needs
 * those of its own province.
 */
@Repository
public class Areas {

    private final JdbcClient jdbc;

    public Areas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds areas and renames those that have another name now, in the caller's transaction. */
    public void put(Collection<Area> areas) {
        // Provinces first, which communes point at; then by code, so that two imports wait for each other.
        areas.stream()
                .sorted(Comparator.comparing((Area area) -> area.parentCode() != null)
                        .thenComparing(Area::code))
                .forEach(area -> jdbc.sql("""
                                INSERT INTO area (code, name, parent_code) VALUES (?, ?, ?)
                                ON DUPLICATE KEY UPDATE name = VALUES(name), parent_code = VALUES(parent_code)
                                """)
                        .params(area.code(), area.name(), area.parentCode())
                        .update());
    }

    /** Provinces, each followed by its communes. */
    public List<Area> all() {
        return jdbc.sql(
                        "SELECT code, name, parent_code FROM area ORDER BY COALESCE(parent_code, code), parent_code IS NOT NULL, code")
                .query((row, n) -> new Area(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The areas and the communes of those that are provinces. */
    public List<String> withCommunes(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT code FROM area WHERE code IN (:codes) OR parent_code IN (:codes)")
                        .param("codes", List.copyOf(codes))
                        .query(String.class)
                        .list();
    }
}
