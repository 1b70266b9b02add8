package vn.canhbao.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.recipient.RecipientKind;

/** How MySQL reads an audience: H2 has other plans, and never many people. */
class AudiencePlanIT {

    private static final Audience EVERYBODY = new AudienceDefinition(true, null, null, null).audience();

    private final TestDatabase.Opened database = TestDatabase.MYSQL.open();
    private final JdbcClient jdbc = database.jdbc();

    @AfterEach
    void close() {
        database.close();
    }

    /** A page of many thousands must cost what its range costs. */
    @Test
    void noPageReadsAWholeTable() {
        many();
        Narrowing narrow = new Narrowing(
                List.of(1L),
                List.of("91"),
                List.of(RecipientKind.STAFF),
                List.of("VIETTEL"),
                List.of("trực ban"),
                List.of(1L),
                List.of(2L),
                List.of(3L),
                List.of(4L));
        for (Audience audience : List.of(
                new Audience(List.of(5L), List.of()),
                new Audience(List.of(5L, 6L), List.of(1L)),
                new Audience(List.of(5L, 6L), List.of(1L)).narrowedBy(narrow),
                EVERYBODY,
                EVERYBODY.narrowedBy(narrow))) {
            var query = new AudienceQuery(jdbc, audience);
            List<String> scanned = jdbc.sql("EXPLAIN FORMAT=TRADITIONAL SELECT id FROM (" + query.ids()
                            + ") members ORDER BY id LIMIT 1000")
                    .params(query.parameters())
                    .param("after", 5_000)
                    .param("upTo", 6_000)
                    .query((row, n) -> row.getString("table") + " " + row.getString("type"))
                    .list();
            assertThat(scanned)
                    .noneMatch(row -> row.matches("(r|m|t|a|o) (ALL|index)"))
                    .isNotEmpty();
        }
    }

    private void many() {
        jdbc.sql("INSERT INTO unit (id, name, kind, created_at) VALUES (4, 'Phòng', 'OFFICE', '2026-12-01')")
                .update();
        jdbc.sql("INSERT INTO recipient_list (id, name, created_by, created_at) VALUES (5, 'một', 'a', '2026-12-01')")
                .update();
        jdbc.sql("""
                        INSERT /*+ SET_VAR(cte_max_recursion_depth = 20000) */ INTO recipient
                            (id, msisdn, full_name, unit_id, created_at, updated_at)
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
                        SELECT 1000 + i, CONCAT('8497', LPAD(i, 7, '0')), 'x', 4, '2026-12-01', '2026-12-01' FROM n
                        """).update();
        jdbc.sql(
                        "INSERT INTO recipient_list_member (list_id, recipient_id) SELECT 5, id FROM recipient WHERE id > 1000")
                .update();
        jdbc.sql("""
                        INSERT INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text, segments,
                            status, expires_at, attempts)
                        SELECT 1, 2, id, msisdn, 'VIETTEL', 'CANHBAO', 'x', 1, 'DELIVERED', '2026-12-01', 1 FROM recipient
                        """).update();
        // A table of a few rows would be read whole, and rightly.
        jdbc.sql("INSERT INTO recipient_tag (recipient_id, tag) SELECT id, 'trực ban' FROM recipient")
                .update();
        jdbc.sql("ANALYZE TABLE recipient, recipient_list_member, recipient_tag, message")
                .query((row, n) -> row.getString(1))
                .list();
        assertThat(new AudienceMembers(jdbc).count(EVERYBODY)).isEqualTo(20_000);
    }
}
