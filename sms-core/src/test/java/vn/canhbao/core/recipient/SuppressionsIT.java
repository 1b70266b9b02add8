package vn.canhbao.core.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SuppressionsIT {

    final TestDatabase.Opened database;

    SuppressionsIT(TestDatabase kind) {
        database = kind.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void suppressedNumbersAreFoundAmongOthersAndTheFirstReasonStays() {
        Suppressions suppressions = new Suppressions(
                database.jdbc(), TestKey.erased(database), new SettableClock(Instant.parse("2026-12-01T01:00:00Z")));
        suppressions.add(new Msisdn("84980000001"), "REFUSED", "gọi tổng đài", "quantri");
        suppressions.add(new Msisdn("84980000001"), "MANUAL", null, "quantri");
        suppressions.add(new Msisdn("84980000003"), "WRONG_NUMBER", null, "quantri");

        assertThat(suppressions.among(List.of("84980000001", "84980000002")))
                .isEqualTo(Map.of("84980000001", "REFUSED"));
        assertThat(suppressions.among(List.of())).isEmpty();
    }
}
