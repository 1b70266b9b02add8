package vn.canhbao.core.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The orders for links, which every node follows. */
@Repository
public class LinkOrders {

    private static final String COLUMNS =
            "link, desired, submits_per_second, window_size, starts, changed_by, changed_at, reason";

    private final JdbcClient jdbc;

    public LinkOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By link; a link without an entry runs as configured. */
    public Map<String, LinkOrder> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM link_control").query(LinkOrders::order).list().stream()
                .collect(Collectors.toMap(LinkOrder::link, Function.identity()));
    }

    /** The order for a link, locked until the caller's transaction ends: two people's changes don't undo each other. */
    public LinkOrder lock(String link) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM link_control WHERE link = ? FOR UPDATE")
                .param(link)
                .query(LinkOrders::order)
                .optional()
                .orElseGet(() -> LinkOrder.none(link));
    }

    public void save(LinkOrder order) {
        jdbc.sql("""
                INSERT INTO link_control (link, desired, submits_per_second, window_size, starts, changed_by, changed_at,
                    reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE desired = VALUES(desired), submits_per_second = VALUES(submits_per_second),
                    window_size = VALUES(window_size), starts = VALUES(starts), changed_by = VALUES(changed_by),
                    changed_at = VALUES(changed_at), reason = VALUES(reason)
                """)
                .params(
                        order.link(),
                        order.desired().name(),
                        order.submitsPerSecond(),
                        order.window(),
                        order.starts(),
                        order.changedBy(),
                        Utc.column(order.changedAt()),
                        order.reason())
                .update();
    }

    private static LinkOrder order(ResultSet row, int number) throws SQLException {
        return new LinkOrder(
                row.getString("link"),
                DesiredState.valueOf(row.getString("desired")),
                (Integer) row.getObject("submits_per_second"),
                (Integer) row.getObject("window_size"),
                row.getInt("starts"),
                row.getString("changed_by"),
                Utc.instant(row, "changed_at"),
                row.getString("reason"));
    }
}
