package vn.canhbao.gateway.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.Tallies;

/** Behaviour × what must hold, against the built-in SMSC over TCP: docs/smpp.md has the table of the last run. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SmppMatrixIT {

    private static final String UPDATE = "canhbao.update-docs";
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final Duration SHORTEST_PATIENCE = Duration.ofMillis(500);

    private final TestDatabase kind;
    private final List<MatrixRow> held = new ArrayList<>();

    SmppMatrixIT(TestDatabase kind) {
        this.kind = kind;
    }

    @TestFactory
    Stream<DynamicTest> theMatrixHolds() {
        List<MatrixRow> rows = MatrixRows.all().stream()
                .filter(row -> kind == TestDatabase.H2 || row.onMySqlToo)
                .toList();
        var run = new MatrixRun(rows, kind);
        // One deadline for all: they run at once, and a row that hangs must not hold up the others.
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Stream<DynamicTest> each = rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.behaviour + ": " + row.mustHold, () -> {
                    settle(row, run.viewOf(row), deadline);
                    look(row, run.viewOf(row));
                }));
        // All are over now: nothing may have come after its row was looked at.
        Stream<DynamicTest> end = Stream.of(
                DynamicTest.dynamicTest(
                        "nothing changes any more and nobody is sent a copy too many", () -> again(rows, run)),
                DynamicTest.dynamicTest("the gateway stops, docs/smpp.md has this table", () -> {
                    run.close();
                    if (kind == TestDatabase.H2) {
                        compareDocument(rows);
                    }
                }));
        return Stream.concat(each, end).onClose(run::close);
    }

    private static void settle(MatrixRow row, RowView view, long deadline) {
        Duration patience = Duration.ofNanos(Math.max(SHORTEST_PATIENCE.toNanos(), deadline - System.nanoTime()));
        await("tallies of " + view.name())
                .dontCatchUncaughtExceptions()
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(view.tally()).matches(row.ends, "as the row ends"));
        await("end of " + view.name())
                .dontCatchUncaughtExceptions()
                .atMost(patience)
                .until(() -> row.until.test(view));
    }

    private static void look(MatrixRow row, RowView view) {
        Tallies tally = view.tally();
        assertThat(tally.planned()).as("planned: nobody missed in the tallies").isEqualTo(row.messages);
        assertThat(view.copies().values())
                .as("copies of one segment to one number")
                .allMatch(copies -> copies <= row.copies);
        row.check.accept(view);
    }

    private void again(List<MatrixRow> rows, MatrixRun run) {
        List<String> broken = new ArrayList<>();
        for (MatrixRow row : rows) {
            try {
                assertThat(run.viewOf(row).tally()).matches(row.ends, "as the row ends");
                look(row, run.viewOf(row));
                held.add(row);
            } catch (AssertionError changed) {
                broken.add(run.nameOf(row) + ": " + changed.getMessage());
            }
        }
        assertThat(broken).isEmpty();
    }

    private void compareDocument(List<MatrixRow> rows) throws IOException {
        String table = MatrixTable.of(
                rows, rows.stream().filter(row -> !held.contains(row)).toList());
        MatrixTable.report(table);
        if (Boolean.getBoolean(UPDATE)) {
            MatrixTable.document(table);
        }
        assertThat(MatrixTable.documented())
                .as("docs/smpp.md has another table than this run; update it with: "
                        + "./canhbao test -pl sms-gateway -am -Dtest=SmppMatrixIT -Dsurefire.failIfNoSpecifiedTests=false -D"
                        + UPDATE + "=true")
                .isEqualTo(table);
    }
}
