package vn.canhbao.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.canhbao.gateway.link.ValidityMode;

class ValidityPeriodTest {

    static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT1H, 000000010000000R",
        "P1D, 000001000000000R",
        "PT26H3M4S, 000001020304000R",
        // Months have no fixed length: 28 days at most.
        "P40D, 000028000000000R",
        "PT0S, 000000000001000R"
    })
    void aSpanIsRelative(Duration span, String onTheWire) {
        assertThat(ValidityPeriod.of(ValidityMode.RELATIVE, NOW, NOW.plus(span), ZoneId.of("Asia/Ho_Chi_Minh")))
                .isEqualTo(onTheWire);
    }

    @ParameterizedTest
    @CsvSource({"Asia/Ho_Chi_Minh, 261124130000028+", "UTC, 261124060000000+", "America/New_York, 261124010000020-"})
    void aPointIsInTheOperatorsTimeWithItsOffsetInQuartersOfAnHour(ZoneId zone, String onTheWire) {
        assertThat(ValidityPeriod.of(ValidityMode.ABSOLUTE, NOW, NOW.plus(Duration.ofHours(1)), zone))
                .isEqualTo(onTheWire);
    }

    @Test
    void noneIsEmpty() {
        assertThat(ValidityPeriod.of(ValidityMode.NONE, NOW, NOW.plusSeconds(60), ZoneId.of("UTC")))
                .isEmpty();
    }
}
