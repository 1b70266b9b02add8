package vn.canhbao.core.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SuppressionRegisterIT {

    static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(NOW);
    final Suppressions suppressions;
    final SuppressionRegister register;

    SuppressionRegisterIT(TestDatabase kind) {
        database = kind.open();
        suppressions = new Suppressions(database.jdbc(), TestKey.erased(database), clock);
        register = new SuppressionRegister(
                database.jdbc(),
                suppressions,
                TestKey.erased(database),
                new Operators(database.jdbc()),
                new AuditTrail(database.jdbc(), clock),
                clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void numbersAreAddedAsPeopleWriteThemAndTheFirstReasonStays() {
        assertThat(register.add(
                        "0961 234 567\n+84912345678; 84912345679,",
                        SuppressionReason.DATA_PROTECTION,
                        " CV 5 ",
                        "quantri"))
                .isEqualTo(new SuppressionRegister.Added(3, 0));
        assertThat(register.add("0961234567", SuppressionReason.MANUAL, null, "quantri"))
                .isEqualTo(new SuppressionRegister.Added(0, 1));

        assertThat(register.of("84961234567"))
                .containsExactly(new Suppression(
                        "84961234567", SuppressionReason.DATA_PROTECTION, "CV 5", "quantri", NOW, null, null, null));
    }

    @Test
    void aListWithAWrongNumberIsRefusedWithItsLineAndNothingIsStored() {
        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class, () -> register.add("0961234567\n\n0281234567", null, "x".repeat(501), "quantri"));

        assertThat(refused.problems())
                .extracting(problem -> problem.field())
                .containsExactly("reason", "note", "numbers");
        assertThat(refused.problems().getLast().message()).contains("dòng 3 (line 3)", "0281234567");
        assertThat(register.page(null, null, 10)).isEmpty();
        assertThatThrownBy(() -> register.add(" \n", SuppressionReason.MANUAL, null, "quantri"))
                .hasMessageContaining("numbers");
    }

    @Test
    void aLiftedSuppressionStaysOnRecordWithWhoWhenAndWhy() {
        register.add("0961234567", SuppressionReason.REFUSED, "gọi tổng đài", "quantri");
        clock.advance(Duration.ofDays(1));

        assertThatThrownBy(() -> register.lift("0961234567", " ", "quantri")).hasMessageContaining("reason");
        register.lift("0961234567", "chủ máy xin nhận lại", "pheduyet");
        register.add("0961234567", SuppressionReason.MANUAL, null, "quantri");

        assertThat(register.of("84961234567"))
                .extracting(Suppression::reason, Suppression::liftedBy, Suppression::liftReason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(SuppressionReason.MANUAL, null, null),
                        org.assertj.core.groups.Tuple.tuple(
                                SuppressionReason.REFUSED, "pheduyet", "chủ máy xin nhận lại"));
        assertThat(register.of("84961234567").getLast().liftedAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        register.lift("84961234567", "nhầm", "quantri");
        assertThat(suppressions.among(List.of("84961234567"))).isEmpty();
        assertThatThrownBy(() -> register.lift("0961234567", "nữa", "quantri")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> register.lift("không phải số", "x", "quantri")).isInstanceOf(NotFound.class);
    }

    @Test
    void theRegisterIsReadNewestFirstAndSearchedByNumber() {
        register.add("0961234561,0961234562", SuppressionReason.MANUAL, null, "quantri");
        clock.advance(Duration.ofMinutes(1));
        register.add("0912345678", SuppressionReason.MANUAL, null, "quantri");

        List<Suppression> first = register.page(null, null, 2);
        assertThat(first).extracting(Suppression::msisdn).containsExactly("84912345678", "84961234562");
        assertThat(register.page("", SuppressionCursor.behind(first, null), 2))
                .extracting(Suppression::msisdn)
                .containsExactly("84961234561");
        assertThat(register.after("", first.getLast(), 2))
                .extracting(Suppression::msisdn)
                .containsExactly("84961234561");
        assertThat(register.page("0961", null, 9)).hasSize(2);
        assertThat(register.page("an", null, 9)).isEmpty();
    }

    @Test
    void pagesOfNumbersAddedTogetherHaveEachOnceAndTellNone() {
        register.add(
                "0961234561,0961234562,0961234563,0961234564,0961234565", SuppressionReason.MANUAL, null, "quantri");
        List<String> numbers = new ArrayList<>();
        SuppressionCursor from = null;
        for (int page = 0; page < 3; page++) {
            List<Suppression> shown = register.page(null, from, 2);
            shown.forEach(one -> numbers.add(one.msisdn()));
            from = SuppressionCursor.behind(shown, from);
            assertThat(SuppressionCursor.of(from.toString())).isEqualTo(from);
            assertThat(from.toString()).doesNotContain("96123456");
        }

        assertThat(numbers).containsExactly("84961234565", "84961234564", "84961234563", "84961234562", "84961234561");
        assertThatThrownBy(() -> SuppressionCursor.of("84961234561")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void theAuditTrailTellsWhoAndHowManyAndNoNumber() {
        register.add("0961234561,0961234562", SuppressionReason.WRONG_NUMBER, null, "quantri");
        register.lift("0961234561", "số đúng", "quantri");

        assertThat(database.jdbc()
                        .sql("SELECT CONCAT(actor, ' ', action, ' ', detail) FROM audit_trail ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("quantri NUMBERS_SUPPRESSED WRONG_NUMBER: 2", "quantri SUPPRESSION_LIFTED số đúng");
    }
}
