package vn.canhbao.core.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RecipientListsIT {

    final TestDatabase.Opened database;
    RecipientLists lists;

    RecipientListsIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void lists() {
        lists = new RecipientLists(
                database.jdbc(), database.setBased(), new SettableClock(Instant.parse("2026-12-01T01:00:00Z")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void newListIsEmptyAndFoundById() {
        RecipientList created = lists.create(" Cán bộ sở ", "soanthao");

        assertThat(created.name()).isEqualTo("Cán bộ sở");
        assertThat(lists.get(created.id())).isEqualTo(created);
    }

    @Test
    void takenBlankAndOverlongNamesAreRefused() {
        lists.create("Cán bộ sở", "soanthao");

        for (String name : new String[] {"Cán bộ sở", "  ", null, "x".repeat(201)}) {
            assertThatThrownBy(() -> lists.create(name, "soanthao"))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            problem -> assertThat(problem.problems().getFirst().field())
                                    .isEqualTo("name"));
        }
    }

    @Test
    void accentsTellNamesApart() {
        lists.create("Ban", "soanthao");

        assertThat(lists.create("Bản", "soanthao").name()).isEqualTo("Bản");
    }

    @Test
    void unknownListIsNotFound() {
        assertThatThrownBy(() -> lists.get(4711)).isInstanceOf(NotFound.class).hasMessageContaining("4711");
    }

    @Test
    void pagesGoFromTheNewestBackwards() {
        RecipientList first = lists.create("một", "soanthao");
        RecipientList second = lists.create("hai", "soanthao");
        RecipientList third = lists.create("ba", "soanthao");

        assertThat(lists.page(null, 2)).containsExactly(third, second);
        assertThat(lists.page(second.id(), 2)).containsExactly(first);
    }
}
