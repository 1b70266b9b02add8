package vn.canhbao.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.canhbao.core.problem.InvalidInput;

class ReportPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11, 2026-11-01, 2026-11-30, tháng 11 năm 2026, 2026-10",
        "2026-01, 2026-01-01, 2026-01-31, tháng 01 năm 2026, 2025-12",
        "2026-03, 2026-03-01, 2026-03-31, tháng 3 năm 2026, 2026-02",
        "2026-Q1, 2026-01-01, 2026-03-31, quý I năm 2026, 2025-Q4",
        "2026-Q4, 2026-10-01, 2026-12-31, quý IV năm 2026, 2026-Q3",
        "2028, 2028-01-01, 2028-12-31, năm 2028, 2027",
        "2026-11-11/2026-11-20, 2026-11-11, 2026-11-20, từ ngày 11/11/2026 đến ngày 20/11/2026, 2026-11-01/2026-11-10",
    })
    void periodsAreReadNamedAndFollowedBack(String text, String from, String to, String words, String before) {
        ReportPeriod period = ReportPeriod.parse(text);
        assertThat(period.from()).hasToString(from);
        assertThat(period.to()).hasToString(to);
        assertThat(period.words()).isEqualTo(words);
        assertThat(period.text()).isEqualTo(text);
        assertThat(period.before().text()).isEqualTo(before);
    }

    @Test
    void daysBeginAtMidnightInVietNam() {
        ReportPeriod month = ReportPeriod.parse("2026-11");
        assertThat(month.start()).isEqualTo(Instant.parse("2026-10-31T17:00:00Z"));
        assertThat(month.end()).isEqualTo(Instant.parse("2026-11-30T17:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "2026-Q5", "26", "2026-11-20/2026-11-01", "2026-11-01", "/", "tháng 11"})
    void whatIsNoPeriodIsRefusedWithTheWaysToWriteOne(String text) {
        assertThatThrownBy(() -> ReportPeriod.parse(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2026-Q4");
    }
}
