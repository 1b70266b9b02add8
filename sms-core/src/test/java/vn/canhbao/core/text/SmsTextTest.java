package vn.canhbao.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.text.SmsEncoding.GSM_7;
import static vn.canhbao.core.text.SmsEncoding.UCS_2;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SmsTextTest {

    static final String WARNING = "Cảnh báo: Cơ quan Công an KHÔNG làm việc, lấy lời khai qua điện thoại, mạng xã hội."
            + " Không cung cấp mã OTP, không chuyển tiền theo yêu cầu."
            + " Gặp nghi vấn báo ngay Công an nơi gần nhất.";

    static Stream<Arguments> vectors() {
        return Stream.of(
                vector("a".repeat(160), GSM_7, 160, 1),
                vector("a".repeat(161), GSM_7, 161, 2),
                vector("a".repeat(306), GSM_7, 306, 2),
                vector("a".repeat(307), GSM_7, 307, 3),
                vector("[" + "a".repeat(158), GSM_7, 160, 1),
                vector("[" + "a".repeat(159), GSM_7, 161, 2),
                vector("a".repeat(152) + "€" + "a".repeat(10), GSM_7, 164, 2),
                vector("à".repeat(160), GSM_7, 160, 1),
                vector("ă".repeat(70), UCS_2, 70, 1),
                vector("ă".repeat(71), UCS_2, 71, 2),
                vector("ă".repeat(134), UCS_2, 134, 2),
                vector("ă".repeat(135), UCS_2, 135, 3),
                vector("á" + "x".repeat(70), UCS_2, 71, 2),
                vector("ă".repeat(66) + "😀" + "ă".repeat(3), UCS_2, 71, 2),
                vector("ă".repeat(66) + "😀" + "ă".repeat(66), UCS_2, 134, 3),
                vector(WARNING, UCS_2, 182, 3),
                vector(Normalizer.normalize(WARNING, Normalizer.Form.NFD), UCS_2, 182, 3),
                vector(Unaccented.of(WARNING), GSM_7, 182, 2),
                vector("", GSM_7, 0, 1));
    }

    private static Arguments vector(String text, SmsEncoding encoding, int units, int segments) {
        return Arguments.of(text, encoding, units, segments);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyVectorOfTheFieldNotesHolds(String text, SmsEncoding encoding, int units, int segments) {
        SmsText sms = SmsText.of(text);

        assertThat(sms.encoding()).isEqualTo(encoding);
        assertThat(sms.units()).isEqualTo(units);
        assertThat(sms.segments()).hasSize(segments);
    }

    @Test
    void decomposedTextWouldTakeAFourthSegment() {
        String decomposed = Normalizer.normalize(WARNING, Normalizer.Form.NFD);

        assertThat(decomposed).hasSize(224);
        assertThat(SmsText.of(decomposed)).isEqualTo(SmsText.of(WARNING));
    }

    @Test
    void escapePairGoesWholeToTheNextSegment() {
        SmsText sms = SmsText.of("a".repeat(152) + "€" + "a".repeat(10));

        assertThat(sms.segments()).containsExactly("a".repeat(152), "€" + "a".repeat(10));
        assertThat(sms.octets().get(1)).startsWith(0x1B, 0x65);
    }

    @Test
    void surrogatePairGoesWholeToTheNextSegment() {
        SmsText sms = SmsText.of("ă".repeat(66) + "😀" + "ă".repeat(66));

        assertThat(sms.segments()).containsExactly("ă".repeat(66), "😀" + "ă".repeat(65), "ă");
    }

    @Test
    void linesEndWithOneCharacterAndControlsAreLeftOut() {
        assertThat(SmsText.of("a\r\nb\rc\nd\u2028e").text()).isEqualTo("a\nb\nc\nd\ne");
        assertThat(SmsText.of("\uFEFFa\tb\u0000\u0007\u009Fc\fd").text()).isEqualTo("a bc\fd");
        assertThat(SmsText.of("a\uD83D!").text()).isEqualTo("a\uFFFD!");
    }

    @Test
    void charactersThatForceUcs2AreNamedOnce() {
        assertThat(SmsText.of("à cảnh cảnh 😀 `").forcingUcs2()).containsExactly("ả", "😀", "`");
        assertThat(SmsText.of("[QC] € à è é ì ò ù É").forcingUcs2()).isEmpty();
    }

    @Test
    void ucs2GoesOutBigEndian() {
        assertThat(SmsText.of("ư").octets()).containsExactly(new byte[] {0x01, (byte) 0xB0});
    }

    @Test
    void segmentsKeepTheirLimitAndGiveBackTheText() {
        var random = new Random(20_261_124);
        List<String> characters = List.of("a", "€", "[", "\n", "à", " ", "\f", "ế", "😀", "đ");
        for (int round = 0; round < 5_000; round++) {
            // Every other text from the GSM-7 characters alone, so that both alphabets are cut often.
            int choice = round % 2 == 0 ? 7 : characters.size();
            String text = random.ints(random.nextInt(700), 0, choice)
                    .mapToObj(characters::get)
                    .collect(java.util.stream.Collectors.joining());

            SmsText sms = SmsText.of(text);

            assertThat(String.join("", sms.segments())).isEqualTo(text);
            int limit = sms.segments().size() == 1
                    ? sms.encoding().single()
                    : sms.encoding().concatenated();
            assertThat(sms.segments()).allMatch(segment -> sms.encoding().units(segment) <= limit);
            assertThat(sms.units())
                    .isEqualTo(sms.segments().stream()
                            .mapToInt(sms.encoding()::units)
                            .sum());
            for (int i = 0; i < sms.segments().size(); i++) {
                assertThat(decoded(sms, sms.octets().get(i)))
                        .isEqualTo(sms.segments().get(i));
            }
        }
    }

    @Test
    void aUdhOfSevenOctetsLeaves152SeptetsOr66Units() {
        assertThat(SmsText.of("a".repeat(305)).cut(SmsEncoding.GSM_7, 7).segments())
                .containsExactly("a".repeat(152), "a".repeat(152), "a");
        assertThat(SmsText.of("ă".repeat(133)).cut(SmsEncoding.UCS_2, 7).segments())
                .containsExactly("ă".repeat(66), "ă".repeat(66), "ă");
        assertThat(SmsText.of("a".repeat(160)).cut(SmsEncoding.GSM_7, 7).segments())
                .hasSize(1);
    }

    private static String decoded(SmsText sms, byte[] octets) {
        return sms.encoding() == GSM_7 ? GsmAlphabet.decode(octets) : new String(octets, StandardCharsets.UTF_16BE);
    }
}
