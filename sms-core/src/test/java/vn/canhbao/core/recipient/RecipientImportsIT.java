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
class RecipientImportsIT {

    static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(NOW);
    RecipientImports imports;
    RecipientImport started;

    RecipientImportsIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void start() {

        imports = new RecipientImports(database.jdbc(), database.setBased(), clock);
        long list = new RecipientLists(database.jdbc(), database.setBased(), clock)
                .create("Cán bộ", "soanthao")
                .id();
        long created = imports.create(new ImportSource(list, "a.csv", "soanthao"), "cán bộ.csv")
                .id();
        imports.begin(created, new ImportPlan("{\"msisdn\":\"Số\"}", "UTF-8", "[\"Số\"]", 7));
        started = imports.find(created);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void figuresAddUpFromBlockToBlock() {
        imports.progress(
                started.id(),
                new ImportProgress(2, 0, 1),
                List.of(new ImportReject(4, "unit", "", "thiếu", "[\"a\"]")));
        imports.progress(started.id(), new ImportProgress(1, 3, 0), List.of());
        imports.finish(started.id(), ImportStatus.COMPLETED, null);

        assertThat(imports.find(started.id()))
                .isEqualTo(new RecipientImport(
                        started.id(),
                        started.listId(),
                        "cán bộ.csv",
                        ImportStatus.COMPLETED,
                        "UTF-8",
                        7,
                        7,
                        3,
                        3,
                        1,
                        null,
                        null,
                        NOW,
                        NOW,
                        null,
                        0));
        assertThat(imports.source(started.id()).mapping()).isEqualTo("{\"msisdn\":\"Số\"}");
    }

    @Test
    void rejectsComeInTheOrderOfTheFileAndLongValuesAreCut() {
        imports.progress(
                started.id(),
                new ImportProgress(0, 0, 2),
                List.of(
                        new ImportReject(9, "full_name", "x".repeat(600), "dài quá", null),
                        new ImportReject(3, "msisdn", "113", "khẩn cấp", "[\"113\"]")));

        assertThat(imports.rejects(started.id(), 0, 10))
                .containsExactly(
                        new ImportReject(3, "msisdn", "113", "khẩn cấp", "[\"113\"]"),
                        new ImportReject(9, "full_name", "x".repeat(499) + "…", "dài quá", null));
    }

    @Test
    void runningAndStoppedImportsAreUnfinished() {
        assertThat(imports.unfinished()).containsExactly(started.id());
        imports.finish(started.id(), ImportStatus.STOPPED, null);
        assertThat(imports.unfinished()).containsExactly(started.id());
        imports.resume(started.id());
        assertThat(imports.find(started.id()).status()).isEqualTo(ImportStatus.RUNNING);
        imports.finish(started.id(), ImportStatus.FAILED, "đĩa đầy");
        assertThat(imports.unfinished()).isEmpty();
        assertThat(imports.find(started.id()).failure()).isEqualTo("đĩa đầy");
    }

    @Test
    void importThatAPersonStoppedWaitsForAPerson() {
        assertThat(imports.askToStop(started.id(), "quantri")).isTrue();
        assertThat(imports.isAskedToStop(started.id())).isTrue();
        imports.finish(started.id(), ImportStatus.STOPPED, null);

        assertThat(imports.unfinished()).isEmpty();
        assertThat(imports.askToStop(started.id(), "quantri"))
                .as("it isn't running")
                .isFalse();

        imports.takeBackStop(started.id());
        assertThat(imports.unfinished()).containsExactly(started.id());
    }

    @Test
    void speedAndTimeLeftCountFromWhereItWentOn() {
        imports.progress(started.id(), new ImportProgress(3, 0, 0), List.of());
        clock.advance(Duration.ofHours(1));
        imports.resume(started.id());
        imports.progress(started.id(), new ImportProgress(2, 0, 0), List.of());
        clock.advance(Duration.ofSeconds(2));

        RecipientImport now = imports.find(started.id());

        assertThat(now.percent()).isEqualTo(71);
        assertThat(now.perSecond(clock.instant())).isEqualTo(1);
        assertThat(now.timeLeft(clock.instant())).contains(Duration.ofSeconds(2));
        imports.finish(started.id(), ImportStatus.COMPLETED, null);
        clock.advance(Duration.ofHours(1));
        assertThat(imports.find(started.id()).perSecond(clock.instant())).isEqualTo(1);
    }

    @Test
    void uploadThatIsOnlyLookedAtIsForgottenAndOneThatBeganIsNot() {
        long shown = imports.create(new ImportSource(started.listId(), "b", "soanthao"), "b.xlsx")
                .id();
        clock.advance(Duration.ofDays(2));

        assertThat(imports.forgottenPreviews(clock.instant().minus(Duration.ofDays(1))))
                .containsExactly(shown);
        assertThat(imports.latest(started.listId(), 10))
                .extracting(RecipientImport::id)
                .containsExactly(started.id());
        assertThat(imports.deletePreview(started.id())).isFalse();
        assertThat(imports.deletePreview(shown)).isTrue();
        assertThatThrownBy(() -> imports.find(shown)).isInstanceOf(NotFound.class);
    }

    @Test
    void importBeginsOnce() {
        assertThat(imports.begin(started.id(), new ImportPlan(null, null, "[]", 1)))
                .isFalse();
    }

    @Test
    void unknownImportIsNotFound() {
        assertThatThrownBy(() -> imports.find(4711)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.source(4711)).isInstanceOf(NotFound.class);
    }
}
