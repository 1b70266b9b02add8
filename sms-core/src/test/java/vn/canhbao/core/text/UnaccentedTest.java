package vn.canhbao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnaccentedTest {

    private static final String LOWER = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
    static final String VIETNAMESE_LETTERS = LOWER + LOWER.toUpperCase(Locale.ROOT);

    @Test
    void eachAccentedLetterBecomesOneAsciiLetter() {
        assertThat(VIETNAMESE_LETTERS).hasSize(134);
        assertThat(Unaccented.of(LOWER)).matches("a{17}e{11}i{5}o{17}u{11}y{5}d");
        assertThat(Unaccented.of(VIETNAMESE_LETTERS))
                .isEqualTo(Unaccented.of(LOWER) + "A".repeat(17) + "E".repeat(11) + "I".repeat(5) + "O".repeat(17)
                        + "U".repeat(11) + "Y".repeat(5) + "D");
    }

    @Test
    void decomposedTextFoldsAlike() {
        String decomposed = Normalizer.normalize(SmsTextTest.WARNING, Normalizer.Form.NFD);

        assertThat(Unaccented.of(decomposed)).isEqualTo(Unaccented.of(SmsTextTest.WARNING));
    }

    @Test
    void warningReadsAsPeopleTypeIt() {
        assertThat(Unaccented.of(SmsTextTest.WARNING))
                .isEqualTo("Canh bao: Co quan Cong an KHONG lam viec, lay loi khai qua dien thoai, mang xa hoi."
                        + " Khong cung cap ma OTP, khong chuyen tien theo yeu cau."
                        + " Gap nghi van bao ngay Cong an noi gan nhat.");
    }

    @Test
    void typographyBecomesPlain() {
        assertThat(Unaccented.of("“Ðường ðây” – ‘chờ’… 5\u00A0000₫ • a\u200Bb\uFEFF `x`\t2×3"))
                .isEqualTo("\"Duong day\" - 'cho'... 5 000d - ab 'x' 2x3");
    }

    @Test
    void whatHasNoPlainFormStays() {
        assertThat(Unaccented.of("Chú ý 😀 한")).isEqualTo("Chu y 😀 한");
    }

    @ParameterizedTest
    @CsvSource({
        "TCVN3, C¶nh b¸o: kh«ng cung cÊp m· OTP cho ng­êi l¹",
        "TCVN3, ®iÖn tho¹i lõa ®¶o",
        "VNI, Caûnh baùo löøa ñaûo qua ñieän thoaïi",
        "MISREAD_UTF_8, Cáº£nh bÃ¡o lá»«a Ä‘áº£o",
    })
    void legacyTextIsRecognised(LegacyEncoding encoding, String text) {
        assertThat(LegacyEncoding.in(text)).contains(encoding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Canh bao lua dao, khong cung cap ma OTP",
                "Cảnh báo lừa đảo qua điện thoại",
                "hoà thuê quá khoá hoá",
                "Dien tich 30 m² o 25°C, © Cong an tinh",
                "café naïve",
                "30m²x40m² hay 50m²x60m² ạ",
            })
    void unicodeTextIsNotTakenForLegacy(String text) {
        assertThat(LegacyEncoding.in(text)).isEmpty();
    }
}
