package vn.canhbao.report;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.statistics.ReachedPeople;

/**
 * Who had messages in the latest campaigns and never one that an operator confirmed: phones that are off or numbers that
 * are wrong, for people to look after.
 */
@Repository
public class UnreachedPeople {

    public static final int MOST_CAMPAIGNS = 100;

    private final JdbcClient jdbc;
    private final ReachedPeople people;

    UnreachedPeople(JdbcClient jdbc, ReachedPeople people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /**
     * One of them.
     *
     * @param unit its name, or {@code null}
     */
    public record Unreached(long recipient, String msisdn, String unit) {}

    public long count(int campaigns) {
        return people.countUnreached(waves(campaigns));
    }

    /** In the order of their ids, above {@code after}. One whose person was erased since is left out. */
    public List<Unreached> page(int campaigns, long after, int limit) {
        List<Long> waves = waves(campaigns);
        List<Unreached> found = new ArrayList<>();
        List<Long> ids = people.unreached(waves, after, limit);
        while (!ids.isEmpty()) {
            found.addAll(still(ids));
            int missing = limit - found.size();
            ids = missing == 0 ? List.of() : people.unreached(waves, ids.getLast(), missing);
        }
        return found;
    }

    private List<Unreached> still(List<Long> ids) {
        return jdbc.sql("""
                SELECT r.id, r.msisdn, u.name AS unit_name FROM recipient r LEFT JOIN unit u ON u.id = r.unit_id
                WHERE r.id IN (:ids) AND r.erased_at IS NULL ORDER BY r.id
                """)
                .param("ids", ids)
                .query((row, n) ->
                        new Unreached(row.getLong("id"), row.getString("msisdn"), row.getString("unit_name")))
                .list();
    }

    // Of the latest campaigns that sent; those that are on their way are not over: nobody is unreached yet.
    private List<Long> waves(int campaigns) {
        if (campaigns < 1 || campaigns > MOST_CAMPAIGNS) {
            throw InvalidInput.of(
                    "campaigns", "từ 1 đến " + MOST_CAMPAIGNS + " chiến dịch (1 to " + MOST_CAMPAIGNS + " campaigns)");
        }
        return jdbc.sql("""
                SELECT w.id FROM wave w JOIN (
                    SELECT c.id FROM campaign c
                    WHERE c.status = 'FINISHED' AND NOT c.automatic AND NOT c.exercise AND c.test_of IS NULL
                    ORDER BY c.id DESC LIMIT :campaigns) latest ON latest.id = w.campaign_id
                """).param("campaigns", campaigns).query(Long.class).list();
    }
}
