package vn.canhbao.core.db;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.db.JoinedUpdate.set;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SchemaIT {

    final TestDatabase.Opened database;

    SchemaIT(TestDatabase kind) {
        database = kind.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void joinedUpdateGivesEachRowItsOwnValue() {
        var now = Utc.column(Instant.parse("2026-12-01T01:00:00.123Z"));
        database.jdbc()
                .sql(
                        "INSERT INTO suppression VALUES ('84912345678', 'MANUAL', NULL, 'a', ?), ('84912345679', 'MANUAL', NULL, 'a', ?)")
                .params(now, now)
                .update();
        var update = new JoinedUpdate(
                "suppression",
                List.of(
                        JoinedUpdate.Value.key("msisdn", "VARCHAR"),
                        JoinedUpdate.Value.of("note", "VARCHAR"),
                        JoinedUpdate.Value.of("created_at", "TIMESTAMP")),
                List.of(set("note", "v.note"), set("created_at", "COALESCE(v.created_at, t.created_at)")),
                "t.reason = 'MANUAL'");

        database.setBased().update(update, List.of(new Object[] {"84912345678", "một", null}, new Object[] {
            "84912345679", "hai", Utc.column(Instant.parse("2026-12-02T01:00:00Z"))
        }));

        assertThat(database.jdbc()
                        .sql("SELECT note, created_at FROM suppression ORDER BY msisdn")
                        .query((row, n) -> row.getString(1) + " " + Utc.instant(row, "created_at"))
                        .list())
                .containsExactly("một 2026-12-01T01:00:00.123Z", "hai 2026-12-02T01:00:00Z");
    }
}
