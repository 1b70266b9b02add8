package vn.canhbao.core.link;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The heartbeats of the servers that run a gateway. */
@Repository
public class GatewayNodes {

    private final JdbcClient jdbc;

    public GatewayNodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The node lives; whoever was about to take its work over leaves it alone. */
    public void beat(String node, Set<String> links, Instant now) {
        jdbc.sql("""
                INSERT INTO gateway_node (node, links, seen_at, adopted_by) VALUES (?, ?, ?, NULL)
                ON DUPLICATE KEY UPDATE links = VALUES(links), seen_at = VALUES(seen_at), adopted_by = NULL
                """)
                .params(node, String.join(",", new TreeSet<>(links)), Utc.column(now))
                .update();
    }

    /** By name. */
    public List<GatewayNode> all() {
        return jdbc.sql("SELECT node, links, seen_at, adopted_by FROM gateway_node ORDER BY node")
                .query((row, n) -> new GatewayNode(
                        row.getString("node"),
                        Set.of(row.getString("links").split(",")),
                        Utc.instant(row, "seen_at"),
                        row.getString("adopted_by")))
                .list();
    }

    /**
     * Takes over the work of a node that is as it was read; {@code false}: it lives again, or another node was quicker.
     * The row is locked until the caller's transaction ends.
     */
    public boolean adopt(GatewayNode dead, String by) {
        return jdbc.sql("""
                        UPDATE gateway_node SET adopted_by = ?
                        WHERE node = ? AND seen_at = ? AND COALESCE(adopted_by, '') = ?
                        """)
                        .params(
                                by,
                                dead.name(),
                                Utc.column(dead.seenAt()),
                                dead.adoptedBy() == null ? "" : dead.adoptedBy())
                        .update()
                == 1;
    }

    /** Nothing is left of a node's work, or it stopped in order. */
    public void remove(String node) {
        jdbc.sql("DELETE FROM gateway_node WHERE node = ?").param(node).update();
    }

    /** Nothing is left to do of a dead node's work; one that lives again meanwhile stays. */
    public void removeAdopted(String node, String by) {
        jdbc.sql("DELETE FROM gateway_node WHERE node = ? AND adopted_by = ?")
                .params(node, by)
                .update();
    }
}
