package vn.canhbao.core.recipient;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.JoinedUpdate;
import vn.canhbao.core.db.RowInsert;
import vn.canhbao.core.db.SetBasedWriter;
import vn.canhbao.core.db.Utc;

/** People and their numbers; a number is one recipient. */
@Repository
public class Recipients {

    private static final JoinedUpdate CHANGE = new JoinedUpdate(
            "recipient",
            List.of(
                    JoinedUpdate.Value.key("id", "BIGINT"),
                    JoinedUpdate.Value.of("full_name", "VARCHAR"),
                    JoinedUpdate.Value.of("search_name", "VARCHAR"),
                    JoinedUpdate.Value.of("unit_id", "BIGINT"),
                    JoinedUpdate.Value.of("attributes", "VARCHAR"),
                    JoinedUpdate.Value.of("updated_at", "TIMESTAMP")),
            List.of(
                    JoinedUpdate.set("full_name", "v.full_name"),
                    JoinedUpdate.set("search_name", "v.search_name"),
                    JoinedUpdate.set("unit_id", "v.unit_id"),
                    JoinedUpdate.set("attributes", "v.attributes"),
                    JoinedUpdate.set("updated_at", "v.updated_at")),
            "");

    private static final RowInsert ADDED = new RowInsert(
            "INSERT IGNORE INTO recipient (msisdn, full_name, search_name, unit_id, attributes, created_at, updated_at)",
            7);

    private final JdbcClient jdbc;
    private final SetBasedWriter writer;
    private final Units units;
    private final Clock clock;

    public Recipients(JdbcClient jdbc, SetBasedWriter writer, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.units = units;
        this.clock = clock;
    }

    /**
     * What became of a block.
     *
     * @param added numbers that were new
     * @param known the others, each with its id
     * @param former of the latter, those that changed, as they were before
     */
    public record Upserted(List<Msisdn> added, Map<Msisdn, Long> known, List<FormerRecipient> former) {}

    /**
     * Adds people whose number is new and updates those whose name, unit or attributes differ, in the caller's
     * transaction; rows that say nothing new are not touched.
     *
     * @param people each number once
     */
    public Upserted upsert(List<Person> people) {
        Map<String, Long> unitIds =
                units.findOrCreate(people.stream().map(Person::unit).distinct().toList());
        List<Msisdn> numbers = people.stream().map(Person::msisdn).toList();
        Map<Msisdn, FormerRecipient> known = find(numbers);
        List<Person> added = new ArrayList<>();
        List<Object[]> changes = new ArrayList<>();
        List<FormerRecipient> former = new ArrayList<>();
        List<Long> renamed = new ArrayList<>();
        LocalDateTime now = Utc.column(clock.instant());
        for (Person person : people) {
            FormerRecipient before = known.get(person.msisdn());
            Long unitId = unitIds.get(person.unit());
            if (before == null) {
                added.add(person);
            } else if (differs(before, person, unitId)) {
                String attributes = person.attributes() == null ? before.attributes() : person.attributes();
                changes.add(new Object[] {
                    before.id(), person.fullName(), SearchWords.folded(person.fullName()), unitId, attributes, now
                });
                former.add(before);
                if (!before.fullName().equals(person.fullName())) {
                    renamed.add(before.id());
                }
            }
        }
        insert(added, unitIds, now);
        wordsToWrite(
                NameWords.ADDED,
                added.stream().map(person -> person.msisdn().digits()).toList());
        wordsToWrite(NameWords.CHANGING.formatted("r.id IN (:them)"), renamed);
        writer.update(CHANGE, changes);
        return new Upserted(added.stream().map(Person::msisdn).toList(), ids(known), former);
    }

    private void wordsToWrite(String of, List<?> them) {
        if (!them.isEmpty()) {
            jdbc.sql(of).param("them", them).update();
        }
    }

    private static boolean differs(FormerRecipient before, Person person, Long unitId) {
        return !before.fullName().equals(person.fullName())
                || !Objects.equals(before.unitId(), unitId)
                || (person.attributes() != null && !person.attributes().equals(before.attributes()));
    }

    // In order of the number, so that two imports wait for each other instead of deadlocking.
    private void insert(List<Person> people, Map<String, Long> unitIds, LocalDateTime now) {
        writer.insert(
                ADDED,
                people.stream()
                        .sorted(Comparator.comparing(person -> person.msisdn().digits()))
                        .map(person -> new Object[] {
                            person.msisdn().digits(),
                            person.fullName(),
                            SearchWords.folded(person.fullName()),
                            unitIds.get(person.unit()),
                            person.attributes(),
                            now,
                            now
                        })
                        .toList());
    }

    private Map<Msisdn, FormerRecipient> find(List<Msisdn> numbers) {
        Map<Msisdn, FormerRecipient> known = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("SELECT id, msisdn, full_name, unit_id, attributes FROM recipient WHERE msisdn IN (:msisdns)")
                    .param("msisdns", numbers.stream().map(Msisdn::digits).toList())
                    .query((row, n) -> known.put(
                            new Msisdn(row.getString("msisdn")),
                            new FormerRecipient(
                                    row.getLong("id"),
                                    row.getString("full_name"),
                                    row.getObject("unit_id", Long.class),
                                    row.getString("attributes"))))
                    .list();
        }
        return known;
    }

    private static Map<Msisdn, Long> ids(Map<Msisdn, FormerRecipient> known) {
        Map<Msisdn, Long> ids = new HashMap<>();
        known.forEach((msisdn, recipient) -> ids.put(msisdn, recipient.id()));
        return ids;
    }
}
