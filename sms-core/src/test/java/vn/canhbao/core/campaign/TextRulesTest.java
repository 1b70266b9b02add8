package vn.canhbao.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"CANHBAO", "CA-TINH_1", "Cong An 24h", "A.B.C", "1234567890A"})
    void aRegisteredBrandnamePasses(String senderId) {
        assertThat(SenderId.problem(senderId)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CANHBAOTINHX     | 12 ký tự",
                "CẢNHBÁO          | chữ không dấu",
                "CANH%BAO         | chữ không dấu",
                "19001234         | toàn chữ số",
                "''               | thiếu sender id"
            })
    void aSenderIdThatNoOperatorTakesIsRefusedWithItsReason(String senderId, String reason) {
        assertThat(SenderId.problem(senderId))
                .hasValueSatisfying(problem -> assertThat(problem).contains(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TÀI LIỆU MẬT", "(TỐI MẬT) báo cáo", "TUYỆT MẬT", "LƯU HÀNH NỘI BỘ: họp"})
    void aStampOfSecrecyIsRefused(String text) {
        assertThat(new SecretStampRule().problems(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Đổi mật khẩu ngay", "bảo mật tài khoản", "BẢO MẬTX", "Mật mã OTP"})
    void everydayWordsAreNoStamp(String text) {
        assertThat(new SecretStampRule().problems(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0 0 8 ? * MON, true", "0 0 8 30 2 ?, false", "khong phai cron, false", "0 0 8, false"})
    void aCronMustBeWellFormedAndFire(String cron, boolean good) {
        assertThat(CronRule.problem(
                                cron,
                                vn.canhbao.core.calendar.SendingCalendar.ALWAYS,
                                Instant.parse("2026-12-01T00:00:00Z"))
                        .isEmpty())
                .isEqualTo(good);
    }
}
