package vn.canhbao.core.confirmation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.NotFound;

/** What became of campaigns by unit, as last counted ({@link UnitCounts}). */
@Repository
public class UnitTallies {

    private static final String SUMS = """
            SUM(t.people) AS people, SUM(t.delivered) AS delivered, SUM(t.confirmed) AS confirmed, SUM(t.late) AS late,
                SUM(t.not_confirmed) AS not_confirmed, SUM(t.unreachable) AS unreachable
            """;

    private static final String CAMPAIGNS = """
            SELECT c.id, c.name, n.sent_at, n.asks_answer, n.counted_at, %s
            FROM unit_tally t JOIN campaign c ON c.id = t.campaign_id JOIN unit_count n ON n.campaign_id = c.id
            WHERE t.unit_id IN (:units) AND c.id %s
            GROUP BY c.id, c.name, n.sent_at, n.asks_answer, n.counted_at ORDER BY c.id DESC
            """;

    /** The longest lag first; by id where it is the same. */
    private static final Comparator<LaggingUnit> LAG = Comparator.<LaggingUnit>comparingDouble(unit ->
                    -(double) unit.figures().counts().missing() / unit.figures().people())
            .thenComparingLong(LaggingUnit::unitId);

    private final JdbcClient jdbc;

    public UnitTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Campaigns that addressed somebody of these units, the newest first; {@code before} is the last id seen, or {@code null}. */
    public List<UnitCampaign> campaigns(Collection<Long> unitIds, Long before, int limit) {
        return unitIds.isEmpty()
                ? List.of()
                : jdbc.sql(CAMPAIGNS.formatted(SUMS, "< :before") + " LIMIT :limit")
                        .param("units", List.copyOf(unitIds))
                        .param("before", before == null ? Long.MAX_VALUE : before)
                        .param("limit", limit)
                        .query(UnitTallies::campaign)
                        .list();
    }

    /** One campaign in these units together; empty where it addressed nobody of them, or is not counted yet. */
    public Optional<UnitCampaign> ofCampaign(long campaignId, Collection<Long> unitIds) {
        return unitIds.isEmpty()
                ? Optional.empty()
                : jdbc.sql(CAMPAIGNS.formatted(SUMS, "= :campaign"))
                        .param("units", List.copyOf(unitIds))
                        .param("campaign", campaignId)
                        .query(UnitTallies::campaign)
                        .optional();
    }

    /** The same, or {@link NotFound}. */
    public UnitCampaign addressed(long campaignId, Collection<Long> unitIds) {
        return ofCampaign(campaignId, unitIds)
                .orElseThrow(
                        () -> new NotFound(
                                "Chiến dịch " + campaignId
                                        + " không gửi tới ai của đơn vị này, hoặc chưa đếm xong: thử lại sau vài giây"
                                        + " (the campaign addressed nobody of this unit, or is not counted yet: try again in some seconds)"));
    }

    /** One campaign by unit, those that lag most first, as last counted; empty where it is not counted yet. */
    List<UnitConfirmations> byUnit(long campaignId) {
        return jdbc
                .sql("""
                        SELECT u.id, u.name, t.people, t.delivered, t.confirmed, t.late, t.not_confirmed, t.unreachable
                        FROM unit_tally t LEFT JOIN unit u ON u.id = t.unit_id WHERE t.campaign_id = ? ORDER BY u.name
                        """)
                .param(campaignId)
                .query((row, n) -> new UnitConfirmations(
                        row.getObject("id", Long.class),
                        row.getString("name"),
                        figures(row).counts()))
                .list()
                .stream()
                .sorted(UnitConfirmations.LAG)
                .toList();
    }

    /** When a campaign was last counted, if it was. */
    Optional<Instant> countedAt(long campaignId) {
        return jdbc.sql("SELECT counted_at FROM unit_count WHERE campaign_id = ? AND counted_at IS NOT NULL")
                .param(campaignId)
                .query((row, n) -> Utc.instant(row, "counted_at"))
                .optional();
    }

    /** The units of which somebody is shown, by id. */
    List<Long> unitsWith(PeopleShown shown, long campaignId, Collection<Long> unitIds) {
        return unitIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        SELECT unit_id FROM unit_tally WHERE campaign_id = :campaign AND unit_id IN (:units) AND %s
                        ORDER BY unit_id
                        """.formatted(shown.condition()))
                        .param("campaign", campaignId)
                        .param("units", List.copyOf(unitIds))
                        .query(Long.class)
                        .list();
    }

    /**
     * Each unit over campaigns that ask for an answer, those with the largest share of people who have not given it first:
     * some thousand at most.
     *
     * @param campaignId {@code null}: over all that were sent since
     */
    public List<LaggingUnit> lagging(Long campaignId, Instant since) {
        return jdbc
                .sql("""
                        SELECT u.id, u.name, above.name AS parent, %s
                        FROM unit_count n JOIN unit_tally t ON t.campaign_id = n.campaign_id JOIN unit u ON u.id = t.unit_id
                            LEFT JOIN unit above ON above.id = u.parent_id
                        WHERE n.asks_answer AND %s
                        GROUP BY u.id, u.name, above.name
                        """.formatted(SUMS, campaignId == null ? "n.sent_at >= :since" : "n.campaign_id = :campaign"))
                .param("since", Utc.column(since))
                .param("campaign", campaignId)
                .query((row, n) -> new LaggingUnit(
                        row.getLong("id"), row.getString("name"), row.getString("parent"), figures(row)))
                .list()
                .stream()
                .sorted(LAG)
                .toList();
    }

    /** Campaigns that ask for an answer, over all units, the newest first. */
    public List<UnitCampaign> asking(Instant since, int limit) {
        return jdbc.sql("""
                        SELECT c.id, c.name, n.sent_at, n.asks_answer, n.counted_at, %s
                        FROM unit_count n JOIN campaign c ON c.id = n.campaign_id JOIN unit_tally t ON t.campaign_id = n.campaign_id
                        WHERE n.asks_answer AND n.sent_at >= ? AND t.unit_id <> 0
                        GROUP BY c.id, c.name, n.sent_at, n.asks_answer, n.counted_at ORDER BY c.id DESC LIMIT ?
                        """.formatted(SUMS))
                .params(Utc.column(since), limit)
                .query(UnitTallies::campaign)
                .list();
    }

    private static UnitCampaign campaign(ResultSet row, int n) throws SQLException {
        return new UnitCampaign(
                row.getLong("id"),
                row.getString("name"),
                Utc.instant(row, "sent_at"),
                row.getBoolean("asks_answer"),
                Utc.instant(row, "counted_at"),
                figures(row));
    }

    private static UnitFigures figures(ResultSet row) throws SQLException {
        return new UnitFigures(
                row.getLong("people"),
                row.getLong("delivered"),
                new ConfirmationCounts(
                        row.getLong("confirmed"),
                        row.getLong("late"),
                        row.getLong("not_confirmed"),
                        row.getLong("unreachable")));
    }
}
