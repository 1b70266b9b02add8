package vn.canhbao.core.confirmation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/**
 * The people of units one by one, with where they stand with a campaign. Read from the unit's side, block by block: for a
 * unit of twenty, a campaign to a million is not grouped. Units of which the tallies know nobody to show are passed over.
 */
@Repository
public class UnitPeople {

    private static final int BLOCK = 500;

    private final JdbcClient jdbc;
    private final Confirmations confirmations;
    private final UnitTallies tallies;

    public UnitPeople(JdbcClient jdbc, Confirmations confirmations, UnitTallies tallies) {
        this.jdbc = jdbc;
        this.confirmations = confirmations;
        this.tallies = tallies;
    }

    /** At most so many behind the cursor, by unit and person. */
    public List<UnitPerson> page(
            long campaignId, Collection<Long> unitIds, PeopleShown shown, PersonCursor after, int limit) {
        long seconds = confirmations.secondsToAnswer(campaignId);
        List<UnitPerson> page = new ArrayList<>();
        for (long unit : tallies.unitsWith(shown, campaignId, unitIds)) {
            if (unit < after.unitId()) {
                continue;
            }
            long last = unit == after.unitId() ? after.recipientId() : 0;
            List<Person> block;
            do {
                block = block(unit, last);
                standings(campaignId, seconds, block).stream()
                        .filter(shown::shows)
                        .limit(limit - page.size())
                        .forEach(page::add);
                if (page.size() == limit) {
                    return page;
                }
                last = block.isEmpty() ? last : block.getLast().id();
            } while (block.size() == BLOCK);
        }
        return page;
    }

    private record Person(long id, String msisdn, String fullName, long unitId, String unit) {}

    private List<Person> block(long unit, long after) {
        return jdbc.sql("""
                        SELECT r.id, r.msisdn, r.full_name, u.id AS unit_id, u.name
                        FROM recipient r JOIN unit u ON u.id = r.unit_id
                        WHERE r.unit_id = ? AND r.id > ? AND r.erased_at IS NULL ORDER BY r.id LIMIT ?
                        """)
                .params(unit, after, BLOCK)
                .query((row, n) -> new Person(
                        row.getLong("id"),
                        row.getString("msisdn"),
                        row.getString("full_name"),
                        row.getLong("unit_id"),
                        row.getString("name")))
                .list();
    }

    // Only those whom the campaign addressed, in the block's order.
    private List<UnitPerson> standings(long campaignId, long seconds, List<Person> block) {
        if (block.isEmpty()) {
            return List.of();
        }
        Map<String, UnitPerson> standings = new HashMap<>();
        Map<String, Person> people = new HashMap<>();
        block.forEach(person -> people.put(person.msisdn(), person));
        jdbc.sql(Confirmations.people("AND m.msisdn IN (:numbers)"))
                .param("campaign", campaignId)
                .param("waves", confirmations.waves(campaignId))
                .param("after", seconds)
                .param("numbers", List.copyOf(people.keySet()))
                .query((row, n) -> {
                    Person person = people.get(row.getString("msisdn"));
                    return standings.put(
                            person.msisdn(),
                            new UnitPerson(
                                    person.unitId(),
                                    person.id(),
                                    person.msisdn(),
                                    person.fullName(),
                                    person.unit(),
                                    Confirmation.valueOf(row.getString("state")),
                                    row.getInt("delivered") == 1,
                                    Utc.instant(row, "acknowledged_at")));
                })
                .list();
        return block.stream()
                .map(person -> standings.get(person.msisdn()))
                .filter(person -> person != null)
                .toList();
    }
}
