package vn.canhbao.core.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.canhbao.core.operator.PrefixTable;
import vn.canhbao.core.recipient.ParsedMsisdn.Mobile;
import vn.canhbao.core.recipient.ParsedMsisdn.Refused;

class MsisdnParserTest {

    final MsisdnParser parser = new MsisdnParser(prefixes());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0912345678",
                "84912345678",
                "+84912345678",
                "0084912345678",
                "912345678",
                "0912 345 678",
                "0912.345.678",
                "0912-345-678",
                "(0912) 345 678",
                "+84 (0)912 345 678",
                "+84-912-345-678",
                "(+84) 912.345.678",
                " 0912345678 ",
                "'0912345678",
                "0912\u00a0345\u00a0678",
                "\u202a0912345678\u202c",
                "0912\u2013345\u2013678"
            })
    void everyNotationGivesTheSameNumber(String written) {
        assertThat(parser.parse(written)).isEqualTo(new Mobile(new Msisdn("84912345678"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0841234567", "841234567", "84841234567", "+84841234567"})
    void prefix084IsNotTakenForTheCountryCode(String written) {
        assertThat(parser.parse(written)).isEqualTo(new Mobile(new Msisdn("84841234567"), false));
    }

    @ParameterizedTest
    @CsvSource({
        "0162,032",
        "0163,033",
        "0164,034",
        "0165,035",
        "0166,036",
        "0167,037",
        "0168,038",
        "0169,039",
        "0120,070",
        "0121,079",
        "0122,077",
        "0126,076",
        "0128,078",
        "0123,083",
        "0124,084",
        "0125,085",
        "0127,081",
        "0129,082",
        "0186,056",
        "0188,058",
        "0199,059"
    })
    void numberOfBefore2018GetsItsNewPrefix(String old, String now) {
        Mobile converted = new Mobile(new Msisdn("84" + now.substring(1) + "2345678"), true);

        assertThat(parser.parse(old + "2345678")).isEqualTo(converted);
        assertThat(parser.parse(old.substring(1) + "2345678")).isEqualTo(converted);
        assertThat(parser.parse("84" + old.substring(1) + "2345678")).isEqualTo(converted);
        assertThat(parser.parse("+84 " + old.substring(1) + " 234 5678")).isEqualTo(converted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "86", "96", "97", "98", "32", "33", "34", "35", "36", "37", "38", "39", "88", "91", "94", "81", "82",
                "83", "84", "85", "89", "90", "93", "70", "76", "77", "78", "79", "92", "56", "58", "52", "99", "59",
                "87", "55", "30", "31", "51", "95"
            })
    void everyMobilePrefixIsTakenEvenWhereItsOperatorIsUnknown(String prefix) {
        assertThat(parser.parse("0" + prefix + "2345678"))
                .isEqualTo(new Mobile(new Msisdn("84" + prefix + "2345678"), false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            02438253456        | Số cố định
            +842438253456      | Số cố định
            842438253456       | Số cố định
            2438253456         | Số cố định
            18001091           | Số dịch vụ 1800/1900
            1900545426         | Số dịch vụ 1800/1900
            1900 6067          | Số dịch vụ 1800/1900
            113                | Số khẩn cấp
            0114               | Số khẩn cấp
            +8613812345678     | Số nước ngoài
            0085512345678      | Số nước ngoài
            +1 202 555 0123    | Số nước ngoài
            O912345678         | Có ký tự không phải chữ số: O
            091234567x         | Có ký tự không phải chữ số: x
            không có           | Có ký tự không phải chữ số
            0912345678/0987654321 | Nhiều số trong một ô
            0912345678, 0987654321 | Nhiều số trong một ô
            091234567          | Thiếu chữ số: có 8
            5656               | Thiếu chữ số: có 4
            8491234567         | Thiếu chữ số: có 8
            09123456789        | Thừa chữ số: có 10
            849123456789       | Thừa chữ số: có 10
            01301234567        | Thừa chữ số: có 10
            12025550123        | Thừa chữ số: có 11
            9.12E+08           | Bảng tính đã đổi số
            9,12E+08           | Bảng tính đã đổi số
            8.4912E+10         | Bảng tính đã đổi số
            0530000000         | Đầu số 053
            0412345678         | Đầu số 041
            0123456789         | Đầu số 012
            """)
    void whatIsNoMobileNumberIsRefusedWithItsReason(String written, String reason) {
        assertThat(parser.parse(written))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith(reason)
                                .contains(" (")
                                .hasSizeLessThan(500));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "-", "'"})
    void emptyCellIsAMissingNumber(String written) {
        assertThat(parser.parse(written)).isEqualTo(new Refused("Thiếu số điện thoại (the number is missing)"));
    }

    @Test
    void scientificNotationSaysHowToMendIt() {
        assertThat(((Refused) parser.parse("9.12E+08")).reason())
                .contains("Văn bản (Text)", "format the column as Text");
    }

    /** The prefixes of the schema's own rows; {@link RecipientsIT} reads the real table. */
    private static PrefixTable prefixes() {
        Map<String, String> prefixes = new HashMap<>();
        for (String prefix :
                ("86 96 97 98 32 33 34 35 36 37 38 39 88 91 94 81 82 83 84 85 89 90 93 70 76 77 78 79 92 56 58 52 99 59 998 999"
                                + " 87 55 30 31 51 95")
                        .split(" ")) {
            prefixes.put(prefix, "ANY");
        }
        return new PrefixTable(prefixes);
    }
}
