package vn.canhbao.console.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ConsoleSessionsIT {

    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");

    private final TestDatabase.Opened database;
    private final SettableClock clock = new SettableClock(NOON);
    private final ConsoleSessions sessions;

    ConsoleSessionsIT(TestDatabase kind) {
        database = kind.open();
        sessions = new ConsoleSessions(
                JdbcClient.create(database.dataSource()), Duration.ofMinutes(30), Duration.ofHours(12), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void openSessionBelongsToItsPersonUntilItIsEnded() {
        String one = sessions.open("soanthao", "10.0.0.1", "Firefox " + "x".repeat(500));
        String other = sessions.open("soanthao", "10.0.0.2", null);

        assertThat(sessions.owner(one)).hasValue("soanthao");
        sessions.end(sessions.id(one), "pheduyet");
        assertThat(sessions.owner(one)).as("ended by a stranger").isPresent();
        sessions.end(sessions.id(one), "soanthao");
        assertThat(sessions.owner(one)).isEmpty();
        assertThat(sessions.owner(other)).isPresent();
        assertThat(sessions.owner("never opened")).isEmpty();
    }

    @Test
    void allOthersEndAtOnce() {
        String mine = sessions.open("soanthao", "10.0.0.1", "a");
        String lost = sessions.open("soanthao", "10.0.0.2", "b");
        String neighbour = sessions.open("pheduyet", "10.0.0.3", "c");

        sessions.endAll("soanthao", sessions.id(mine));

        assertThat(sessions.owner(lost)).isEmpty();
        assertThat(sessions.owner(mine)).isPresent();
        assertThat(sessions.owner(neighbour)).isPresent();
        sessions.endAll("soanthao", null);
        assertThat(sessions.owner(mine)).isEmpty();
    }

    @Test
    void silentSessionIsListedNoMoreAndALongOneIsOver() {
        String key = sessions.open("soanthao", "10.0.0.1", "a");
        clock.advance(Duration.ofMinutes(20));
        assertThat(sessions.owner(key)).isPresent();
        assertThat(sessions.of("soanthao"))
                .singleElement()
                .satisfies(session -> assertThat(session.lastSeenAt()).isEqualTo(clock.instant()));

        clock.advance(Duration.ofMinutes(31));
        assertThat(sessions.of("soanthao")).isEmpty();
        clock.set(NOON.plus(Duration.ofHours(12)));
        assertThat(sessions.owner(key)).isEmpty();
    }
}
