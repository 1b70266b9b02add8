package vn.canhbao.core.recipient;

import static vn.canhbao.core.db.JoinedUpdate.set;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.JoinedUpdate;
import vn.canhbao.core.db.JoinedUpdate.Value;
import vn.canhbao.core.db.RowInsert;
import vn.canhbao.core.db.SetBasedWriter;

/** Kind, area, consent and tags of recipients, written by the block in the caller's transaction. */
@Repository
public class RecipientTraits {

    private static final JoinedUpdate CHANGE = new JoinedUpdate(
            "recipient",
            List.of(
                    Value.key("id", "BIGINT"),
                    Value.of("kind", "VARCHAR"),
                    Value.of("area_code", "VARCHAR"),
                    Value.of("consent_basis", "VARCHAR"),
                    Value.of("consent_date", "DATE"),
                    Value.of("consent_evidence", "VARCHAR")),
            List.of(
                    set("kind", "v.kind"),
                    set("area_code", "v.area_code"),
                    set("consent_basis", "v.consent_basis"),
                    set("consent_date", "v.consent_date"),
                    set("consent_evidence", "v.consent_evidence")),
            "");

    private static final RowInsert TAGS = new RowInsert("INSERT INTO recipient_tag (recipient_id, tag)", 2);

    private final JdbcClient jdbc;
    private final SetBasedWriter writer;

    public RecipientTraits(JdbcClient jdbc, SetBasedWriter writer) {
        this.jdbc = jdbc;
        this.writer = writer;
    }

    /**
     * Writes the traits of a block of recipients, those that say something new; numbers that nobody has are passed over.
     *
     * @return whose kind, area or consent changed
     */
    public Set<Msisdn> put(Map<Msisdn, Traits> traits) {
        Set<Msisdn> changed = new HashSet<>();
        if (traits.isEmpty()) {
            return changed;
        }
        List<Object[]> changes = new ArrayList<>();
        List<Long> retagged = new ArrayList<>();
        List<Object[]> tags = new ArrayList<>();
        for (Known person : known(traits)) {
            Traits given = traits.get(person.msisdn);
            Traits merged = merged(given, person.traits);
            if (!merged.equals(person.traits)) {
                changes.add(row(person.id, merged));
                changed.add(person.msisdn);
            }
            if (given.tags() != null) {
                retagged.add(person.id);
                given.tags().forEach(tag -> tags.add(new Object[] {person.id, tag}));
            }
        }
        writer.update(CHANGE, changes);
        if (!retagged.isEmpty()) {
            jdbc.sql("DELETE FROM recipient_tag WHERE recipient_id IN (:ids)")
                    .param("ids", retagged)
                    .update();
            writer.insert(TAGS, tags);
        }
        return changed;
    }

    private static Object[] row(long id, Traits traits) {
        return new Object[] {
            id,
            traits.kind().name(),
            traits.areaCode(),
            traits.consentBasis() == null ? null : traits.consentBasis().name(),
            traits.consentDate(),
            traits.consentEvidence()
        };
    }

    private static Traits merged(Traits given, Traits before) {
        return new Traits(
                or(given.kind(), before.kind()),
                or(given.areaCode(), before.areaCode()),
                or(given.consentBasis(), before.consentBasis()),
                or(given.consentDate(), before.consentDate()),
                or(given.consentEvidence(), before.consentEvidence()),
                before.tags());
    }

    private static <T> T or(T given, T before) {
        return given == null ? before : given;
    }

    // In order of the id, so that two imports wait for each other instead of deadlocking.
    private List<Known> known(Map<Msisdn, Traits> traits) {
        return jdbc.sql("""
                        SELECT id, msisdn, kind, area_code, consent_basis, consent_date, consent_evidence FROM recipient
                        WHERE msisdn IN (:msisdns) ORDER BY id
                        """)
                .param("msisdns", traits.keySet().stream().map(Msisdn::digits).toList())
                .query((row, n) -> {
                    String basis = row.getString("consent_basis");
                    return new Known(
                            row.getLong("id"),
                            new Msisdn(row.getString("msisdn")),
                            new Traits(
                                    RecipientKind.valueOf(row.getString("kind")),
                                    row.getString("area_code"),
                                    basis == null ? null : ConsentBasis.valueOf(basis),
                                    row.getObject("consent_date", LocalDate.class),
                                    row.getString("consent_evidence"),
                                    null));
                })
                .list();
    }

    /** Every tag that somebody bears. */
    public List<String> allTags() {
        return jdbc.sql("SELECT DISTINCT tag FROM recipient_tag ORDER BY tag")
                .query(String.class)
                .list();
    }

    private record Known(long id, Msisdn msisdn, Traits traits) {}
}
