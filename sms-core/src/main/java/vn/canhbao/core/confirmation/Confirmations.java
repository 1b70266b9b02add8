package vn.canhbao.core.confirmation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** Where each person stands with a campaign, read from messages and acknowledgements. */
@Repository
public class Confirmations {

    // Longer than any message is valid: without an escalation nobody is late.
    private static final long NEVER_LATE = 10L * 366 * 24 * 3600;

    private static final int BLOCK = 1_000;

    private static final String PEOPLE = people("");

    private final JdbcClient jdbc;

    public Confirmations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row for each person of {@code :campaign} with its {@code :waves}, who has {@code :after} seconds to answer. Waves by
     * number: of a subquery MySQL makes a walk over all messages of all campaigns.
     */
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
            WHERE m.wave_id IN (:waves) %s
            GROUP BY m.msisdn
            """.formatted(condition);
    }

    public ConfirmationCounts ofCampaign(long campaignId) {
        return ConfirmationCounts.sum(byUnit(campaignId));
    }

    /** Counted now, whatever it takes; the units that lag most come first: those with the largest share of people who have not answered. */
    public List<UnitConfirmations> byUnit(long campaignId) {
        record Key(Long id, String name) {}
        Map<Key, Map<Confirmation, Long>> counted = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT u.id, u.name, p.state, COUNT(*) AS people
                        FROM (%s) p LEFT JOIN recipient r ON r.id = p.recipient_id LEFT JOIN unit u ON u.id = r.unit_id
                        GROUP BY u.id, u.name, p.state ORDER BY u.name
                        """.formatted(PEOPLE))
                .param("campaign", campaignId)
                .param("waves", waves(campaignId))
                .param("after", secondsToAnswer(campaignId))
                .query((row, n) -> counted.computeIfAbsent(
                                new Key(row.getObject("id", Long.class), row.getString("name")),
                                unit -> new EnumMap<>(Confirmation.class))
                        .put(Confirmation.valueOf(row.getString("state")), row.getLong("people")))
                .list();
        List<UnitConfirmations> units = new ArrayList<>();
        counted.forEach((unit, counts) ->
                units.add(new UnitConfirmations(unit.id(), unit.name(), ConfirmationCounts.of(counts))));
        units.sort(UnitConfirmations.LAG);
        return units;
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
        boolean all = state == null && unitIds.isEmpty();
        int block = all ? limit : BLOCK;
        List<PersonConfirmation> found = new ArrayList<>();
        String last = after == null ? "" : after;
        List<String> numbers;
        do {
            numbers = numbers(campaignId, state, last, block);
            if (!numbers.isEmpty()) {
                last = numbers.getLast();
                found.addAll(among(numbers, campaignId, state, unitIds, limit - found.size()));
            }
        } while (numbers.size() == block && found.size() < limit);
        return found;
    }

    // Grouped at once, all people of a campaign are read for the first fifty. A block of numbers is a short range of an
    // index in each wave; who is in one of these states has answered, and those are few.
    private List<String> numbers(long campaignId, Confirmation state, String last, int block) {
        if (state == Confirmation.CONFIRMED || state == Confirmation.LATE) {
            return jdbc.sql("""
                            SELECT DISTINCT msisdn FROM acknowledgement WHERE campaign_id = ? AND msisdn > ?
                            ORDER BY msisdn LIMIT ?
                            """)
                    .params(campaignId, last, block)
                    .query(String.class)
                    .list();
        }
        SortedSet<String> numbers = new TreeSet<>();
        for (long wave : waves(campaignId)) {
            numbers.addAll(jdbc.sql(
                            "SELECT msisdn FROM message WHERE wave_id = ? AND msisdn > ? ORDER BY wave_id, msisdn LIMIT ?")
                    .params(wave, last, block)
                    .query(String.class)
                    .list());
        }
        return numbers.stream().limit(block).toList();
    }

    private List<PersonConfirmation> among(
            List<String> numbers, long campaignId, Confirmation state, Collection<Long> unitIds, int limit) {
        return jdbc.sql("""
                        SELECT p.msisdn, r.full_name, u.name, p.state, p.acknowledged_at
                        FROM (%s) p LEFT JOIN recipient r ON r.id = p.recipient_id LEFT JOIN unit u ON u.id = r.unit_id
                        WHERE TRUE%s%s ORDER BY p.msisdn LIMIT :limit
                        """.formatted(
                                people("AND m.msisdn IN (:numbers)"),
                                state == null ? "" : " AND p.state = '" + state + "'",
                                unitIds.isEmpty() ? "" : " AND r.unit_id IN (:units)"))
                .param("numbers", numbers)
                .param("campaign", campaignId)
                .param("waves", waves(campaignId))
                .param("after", secondsToAnswer(campaignId))
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

    /** Never empty, as SQL wants a number between its brackets. */
    List<Long> waves(long campaignId) {
        List<Long> waves = jdbc.sql("SELECT id FROM wave WHERE campaign_id = ?")
                .param(campaignId)
                .query(Long.class)
                .list();
        return waves.isEmpty() ? List.of(-1L) : waves;
    }

    long secondsToAnswer(long campaignId) {
        return jdbc.sql("SELECT after_seconds FROM escalation WHERE campaign_id = ?")
                .param(campaignId)
                .query(Long.class)
                .optional()
                .orElse(NEVER_LATE);
    }
}
