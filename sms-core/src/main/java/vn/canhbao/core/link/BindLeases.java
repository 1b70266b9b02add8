package vn.canhbao.core.link;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The leases of all links' binds; each move is one conditional update, so no two nodes ever hold the same slot. */
@Repository
public class BindLeases {

    private final JdbcClient jdbc;

    public BindLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes sure that a link has a row for each of its binds. */
    public void prepare(String link, int binds) {
        for (int slot = 1; slot <= binds; slot++) {
            jdbc.sql("""
                    INSERT IGNORE INTO link_bind_lease (link, slot, node, bound, expires_at, free_from)
                    VALUES (?, ?, NULL, FALSE, ?, ?)
                    """)
                    .params(link, slot, Utc.column(Instant.EPOCH), Utc.column(Instant.EPOCH))
                    .update();
        }
    }

    /** By link and slot. */
    public List<BindLease> all() {
        return jdbc.sql(
                        "SELECT link, slot, node, bound, expires_at, free_from FROM link_bind_lease ORDER BY link, slot")
                .query((row, n) -> new BindLease(
                        row.getString("link"),
                        row.getInt("slot"),
                        row.getString("node"),
                        row.getBoolean("bound"),
                        Utc.instant(row, "expires_at"),
                        Utc.instant(row, "free_from")))
                .list();
    }

    /** Prolongs every lease of a node. */
    public void renew(String node, Instant expiresAt, Instant freeFrom) {
        jdbc.sql("UPDATE link_bind_lease SET expires_at = ?, free_from = ? WHERE node = ?")
                .params(Utc.column(expiresAt), Utc.column(freeFrom), node)
                .update();
    }

    /** Takes a slot that nobody holds any more; {@code false}: another node was quicker. */
    public boolean take(String link, int slot, String node, Instant now, Instant expiresAt, Instant freeFrom) {
        return jdbc.sql("""
                        UPDATE link_bind_lease SET node = ?, bound = FALSE, expires_at = ?, free_from = ?
                        WHERE link = ? AND slot = ? AND free_from <= ?
                        """)
                        .params(node, Utc.column(expiresAt), Utc.column(freeFrom), link, slot, Utc.column(now))
                        .update()
                == 1;
    }

    /** Gives a slot back, its bind being closed. */
    public void giveBack(String link, int slot, String node, Instant now, Instant freeFrom) {
        jdbc.sql("""
                UPDATE link_bind_lease SET node = NULL, bound = FALSE, expires_at = ?, free_from = ?
                WHERE link = ? AND slot = ? AND node = ?
                """)
                .params(Utc.column(now), Utc.column(freeFrom), link, slot, node)
                .update();
    }

    /** Says whether the bind of a slot is up, for the routing of the other nodes. */
    public void bound(String link, int slot, String node, boolean bound) {
        jdbc.sql("UPDATE link_bind_lease SET bound = ? WHERE link = ? AND slot = ? AND node = ?")
                .params(bound, link, slot, node)
                .update();
    }
}
