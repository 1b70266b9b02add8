package vn.canhbao.core.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    RecipientImports imports;
    RecipientImport started;

    RecipientImportsIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void start() {
        var clock = new SettableClock(NOW);
        imports = new RecipientImports(database.jdbc(), database.jdbcTemplate(), clock);
        long list = new RecipientLists(database.jdbc(), database.jdbcTemplate(), clock)
                .create("Cán bộ", "soanthao")
                .id();
        started = imports.create(new ImportSource(list, "a.csv", "{\"msisdn\":\"Số\"}", "soanthao"), "cán bộ.csv");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void figuresAddUpFromBlockToBlock() {
        imports.progress(started.id(), new ImportProgress(2, 0, 1), List.of(new ImportReject(4, "unit", "", "thiếu")));
        imports.progress(started.id(), new ImportProgress(1, 3, 0), List.of());
        imports.finish(started.id(), ImportStatus.COMPLETED, null);

        assertThat(imports.find(started.id()))
                .isEqualTo(new RecipientImport(
                        started.id(),
                        started.listId(),
                        "cán bộ.csv",
                        ImportStatus.COMPLETED,
                        7,
                        3,
                        3,
                        1,
                        null,
                        NOW,
                        NOW));
        assertThat(imports.source(started.id()).mapping()).isEqualTo("{\"msisdn\":\"Số\"}");
    }

    @Test
    void rejectsComeInTheOrderOfTheFileAndLongValuesAreCut() {
        imports.progress(
                started.id(),
                new ImportProgress(0, 0, 2),
                List.of(
                        new ImportReject(9, "full_name", "x".repeat(600), "dài quá"),
                        new ImportReject(3, "msisdn", "113", "khẩn cấp")));

        assertThat(imports.rejects(started.id()))
                .containsExactly(
                        new ImportReject(3, "msisdn", "113", "khẩn cấp"),
                        new ImportReject(9, "full_name", "x".repeat(499) + "…", "dài quá"));
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
    void unknownImportIsNotFound() {
        assertThatThrownBy(() -> imports.find(4711)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.source(4711)).isInstanceOf(NotFound.class);
    }
}
