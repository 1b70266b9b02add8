package vn.canhbao.core.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.InvalidInput;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class TariffsIT {

    // In Viet Nam it is already 2 December.
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T18:00:00Z"), ZoneOffset.UTC);

    final TestDatabase.Opened database;
    Tariffs tariffs;

    TariffsIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void open() {
        tariffs = new Tariffs(database.jdbc(), new AuditTrail(database.jdbc(), CLOCK), CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theLatestDayThatHasComeInVietNamCounts() {
        tariffs.enter("VIETTEL", LocalDate.parse("2026-01-01"), 300, "quantri");
        tariffs.enter("VIETTEL", LocalDate.parse("2026-12-02"), 350, "quantri");
        tariffs.enter("VIETTEL", LocalDate.parse("2026-12-03"), 400, "quantri");

        assertThat(tariffs.today()).containsExactly(java.util.Map.entry("VIETTEL", 350));
    }

    @Test
    void theSameDayIsCorrectedAndTheAuditTrailHasBoth() {
        tariffs.enter("ITEL", LocalDate.parse("2026-01-01"), 300, "quantri");
        tariffs.enter("ITEL", LocalDate.parse("2026-01-01"), 310, "quantri");

        assertThat(tariffs.all()).singleElement().satisfies(tariff -> {
            assertThat(tariff.vndPerSegment()).isEqualTo(310);
            assertThat(tariff.validFrom()).isEqualTo("2026-01-01");
        });
        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM audit_trail WHERE action = 'TARIFF_ENTERED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatCannotBeATariffNamesItsField() {
        LocalDate day = LocalDate.parse("2026-01-01");

        assertThatThrownBy(() -> tariffs.enter("VIETEL", day, 300, "quantri"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("operator:");
        assertThatThrownBy(() -> tariffs.enter("VIETTEL", null, 300, "quantri")).hasMessageStartingWith("validFrom:");
        assertThatThrownBy(() -> tariffs.enter("VIETTEL", day, -1, "quantri")).hasMessageStartingWith("vndPerSegment:");
    }
}
