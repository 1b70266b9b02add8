package vn.canhbao.core.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.NotFound;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RecipientHistoryIT {

    private static final Msisdn AN = new Msisdn("84980000001");
    private static final Msisdn BINH = new Msisdn("84980000002");

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(Instant.parse("2026-12-01T01:00:00Z"));
    Recipients recipients;
    RecipientHistory history;

    RecipientHistoryIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void repositories() {
        var units = new Units(database.jdbc(), database.jdbcTemplate(), clock);
        recipients = new Recipients(database.jdbc(), database.setBased(), units, clock);
        history = new RecipientHistory(database.jdbc(), database.setBased(), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasKnownBeforeAChangeIsKeptLatestFirst() {
        var ids = say(
                1, new Person(AN, "Nguyen Van An", "Ban A", "{\"a\":\"1\"}"), new Person(BINH, "Bình", "Ban A", null));
        clock.advance(Duration.ofDays(1));
        say(2, new Person(AN, "Nguyễn Văn An", "Ban A", null), new Person(BINH, "Bình", "Ban A", null));
        clock.advance(Duration.ofDays(1));
        say(3, new Person(AN, "Nguyễn Văn An", "Ban B", null));

        var former = history.of(ids, null, 10);

        assertThat(former)
                .extracting(state -> state.fullName() + " / " + state.unit() + " " + state.attributes() + " until "
                        + state.until() + " by import " + state.importId())
                .containsExactly(
                        "Nguyễn Văn An / Ban A {\"a\":\"1\"} until 2026-12-03T01:00:00Z by import 3",
                        "Nguyen Van An / Ban A {\"a\":\"1\"} until 2026-12-02T01:00:00Z by import 2");
        assertThat(history.of(ids, former.getFirst().id(), 10)).containsExactly(former.getLast());
        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM recipient_history")
                        .query(Long.class)
                        .single())
                .as("only what changed")
                .isEqualTo(2);
    }

    @Test
    void unknownRecipientIsNotFound() {
        assertThatThrownBy(() -> history.of(4711, null, 10)).isInstanceOf(NotFound.class);
    }

    private long say(long importId, Person... people) {
        var upserted = recipients.upsert(List.of(people));
        history.keep(importId, upserted.former());
        return database.jdbc()
                .sql("SELECT id FROM recipient WHERE msisdn = ?")
                .param(AN.digits())
                .query(Long.class)
                .single();
    }
}
