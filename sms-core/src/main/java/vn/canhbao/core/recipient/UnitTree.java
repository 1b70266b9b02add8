package vn.canhbao.core.recipient;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which unit is below which. */
@Repository
public class UnitTree {

    // Far deeper than any office: the end of a loop that somebody made behind our back.
    private static final int DEEPEST = 50;

    private final JdbcClient jdbc;

    public UnitTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units and all below them, each once. */
    public List<Long> withSubUnits(Collection<Long> unitIds) {
        if (unitIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        WITH RECURSIVE below (id, depth) AS (
                            SELECT id, 0 FROM unit WHERE id IN (:ids)
                            UNION ALL
                            SELECT u.id, b.depth + 1 FROM unit u JOIN below b ON u.parent_id = b.id WHERE b.depth < :deepest)
                        SELECT DISTINCT id FROM below
                        """)
                .param("ids", List.copyOf(unitIds))
                .param("deepest", DEEPEST)
                .query(Long.class)
                .list();
    }
}
