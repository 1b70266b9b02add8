package vn.canhbao.core.confirmation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** Where each person stands with a campaign, read from messages and acknowledgements. */
@Repository
public class Confirmations {

    // Longer than any message is valid: without an escalation nobody is late.
    private static final long NEVER_LATE = 10L * 366 * 24 * 3600;

    private static final String PEOPLE = people("");

    private final JdbcClient jdbc;

    public Confirmations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row for each person of {@code :campaign}, who has {@code :after} seconds to answer. */
    static String people(String condition) {
        return """
            SELECT m.msisdn AS msisdn, MAX(m.recipient_id) AS recipient_id, MIN(a.at) AS acknowledged_at,
                CASE WHEN MIN(a.at) IS NULL AND SUM(CASE WHEN m.status IN ('FAILED', 'EXPIRED', 'SUPPRESSED', 'CANCELLED')
                        THEN 0 ELSE 1 END) = 0 THEN 'UNREACHABLE'
                    WHEN MIN(a.at) IS NULL THEN 'NOT_CONFIRMED'
                    WHEN MIN(a.at) > TIMESTAMPADD(SECOND, :after, MIN(m.submitted_at)) THEN 'LATE'
                    ELSE 'CONFIRMED' END AS state,
                MAX(CASE WHEN m.status = 'DELIVERED' THEN 1 ELSE 0 END) AS delivered
            FROM message m LEFT JOIN acknowledgement a ON a.campaign_id = :campaign AND a.msisdn = m.msisdn
            WHERE m.wave_id IN (SELECT id FROM wave WHERE campaign_id = :campaign) %s
            GROUP BY m.msisdn
            """.formatted(condition);
    }

    public ConfirmationCounts ofCampaign(long campaignId) {
        return ConfirmationCounts.sum(byUnit(campaignId));
    }

    /** The units that lag most come first: those with the largest share of people who have not answered. */
    public List<UnitConfirmations> byUnit(long campaignId) {
        record Key(Long id, String name) {}
        Map<Key, Map<Confirmation, Long>> counted = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT u.id, u.name, p.state, COUNT(*) AS people
                        FROM (%s) p LEFT JOIN recipient r ON r.id = p.recipient_id LEFT JOIN unit u ON u.id = r.unit_id
                        GROUP BY u.id, u.name, p.state ORDER BY u.name
                        """.formatted(PEOPLE))
                .param("campaign", campaignId)
                .param("after", secondsToAnswer(campaignId))
                .query((row, n) -> counted.computeIfAbsent(
                                new Key(row.getObject("id", Long.class), row.getString("name")),
                                unit -> new EnumMap<>(Confirmation.class))
                        .put(Confirmation.valueOf(row.getString("state")), row.getLong("people")))
                .list();
        List<UnitConfirmations> units = new ArrayList<>();
        counted.forEach((unit, counts) ->
                units.add(new UnitConfirmations(unit.id(), unit.name(), ConfirmationCounts.of(counts))));
        units.sort((a, b) -> Double.compare(missingShare(b), missingShare(a)));
        return units;
    }

    private static double missingShare(UnitConfirmations unit) {
        return (double) unit.counts().missing() / unit.counts().people();
    }

    /**
     * People in the order of their numbers.
     *
     * @param state {@code null}: all
     * @param unitIds of these units alone; empty: of all, also without one
     * @param after the last number seen, or {@code null}
     */
    public List<PersonConfirmation> people(
            long campaignId, Confirmation state, Collection<Long> unitIds, String after, int limit) {
        return jdbc.sql("""
                        SELECT p.msisdn, r.full_name, u.name, p.state, p.acknowledged_at
                        FROM (%s) p LEFT JOIN recipient r ON r.id = p.recipient_id LEFT JOIN unit u ON u.id = r.unit_id
                        WHERE p.msisdn > :last%s%s ORDER BY p.msisdn LIMIT :limit
                        """.formatted(
                                PEOPLE,
                                state == null ? "" : " AND p.state = '" + state + "'",
                                unitIds.isEmpty() ? "" : " AND r.unit_id IN (:units)"))
                .param("campaign", campaignId)
                .param("after", secondsToAnswer(campaignId))
                .param("last", after == null ? "" : after)
                .param("units", List.copyOf(unitIds))
                .param("limit", limit)
                .query((row, n) -> new PersonConfirmation(
                        row.getString("msisdn"),
                        row.getString("full_name"),
                        row.getString("name"),
                        Confirmation.valueOf(row.getString("state")),
                        Utc.instant(row, "acknowledged_at")))
                .list();
    }

    long secondsToAnswer(long campaignId) {
        return jdbc.sql("SELECT after_seconds FROM escalation WHERE campaign_id = ?")
                .param(campaignId)
                .query(Long.class)
                .optional()
                .orElse(NEVER_LATE);
    }
}
