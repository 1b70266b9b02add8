package vn.canhbao.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholderTest {

    @ParameterizedTest
    @CsvSource({
        "TEXT, Phòng A, Phòng A",
        "NUMBER, 1500, 1.500",
        "NUMBER, -1234567.5, '-1.234.567,5'",
        "MONEY, 1500000, 1.500.000 đồng",
        "DATE, 2026-12-01, 01/12/2026",
        "CHOICE, sáng, sáng"
    })
    void aValueReadsAsPeopleHereWriteIt(PlaceholderType type, String value, String written) {
        assertThat(of(type).problem(value)).isEmpty();
        assertThat(of(type).asWritten(value)).isEqualTo(written);
        assertThat(of(type).longest().length()).isGreaterThanOrEqualTo(written.length());
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, một tên quá dài, nhiều nhất 8",
        "TEXT, {{unit}}, không được có {{",
        "NUMBER, nhiều, viết số",
        "NUMBER, 2000000000000, phải từ",
        "MONEY, 1e3, viết số",
        "DATE, 2026-02-30, viết ngày như",
        "CHOICE, tối, 'chọn một trong: sáng, chiều'"
    })
    void aValueOutOfBoundsIsRefusedWithTheRemedy(PlaceholderType type, String value, String problem) {
        assertThat(of(type).problem(value))
                .hasValueSatisfying(said -> assertThat(said).contains(problem));
    }

    private static Placeholder of(PlaceholderType type) {
        return new Placeholder(
                "x",
                null,
                type,
                null,
                8,
                type == PlaceholderType.NUMBER ? new BigDecimal("-9999999") : null,
                null,
                List.of("sáng", "chiều"),
                null);
    }
}
