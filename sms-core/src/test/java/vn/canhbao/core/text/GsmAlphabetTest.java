package vn.canhbao.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GsmAlphabetTest {

    @Test
    void everyCodeButTheEscapeComesBackAsItself() {
        IntStream.range(0, 128).filter(code -> code != 0x1B).forEach(code -> {
            byte[] octets = {(byte) code};
            assertThat(GsmAlphabet.encode(GsmAlphabet.decode(octets))).isEqualTo(octets);
        });
    }

    @Test
    void lettersThatLatin1GetsWrongHaveTheirOwnCodes() {
        assertThat(GsmAlphabet.encode("@$_§à¿")).containsExactly(0x00, 0x02, 0x11, 0x5F, 0x7F, 0x60);
    }

    @Test
    void packedSeptetsComeBackAfterAUdhOfAnyLength() {
        var random = new java.util.Random(3);
        for (int udh = 0; udh < 12; udh++) {
            for (int length = 1; length <= 153; length++) {
                byte[] septets = new byte[length];
                IntStream.range(0, length).forEach(i -> septets[i] = (byte) random.nextInt(128));
                int fillBits = (7 - udh * 8 % 7) % 7;

                byte[] packed = GsmAlphabet.pack(septets, udh);

                assertThat(unpacked(packed, fillBits, length)).isEqualTo(septets);
                byte[] read = unpacked(packed, fillBits, (packed.length * 8 - fillBits) / 7);
                assertThat(read.length == length || read[length] == '\r')
                        .as("what an SMSC reads beyond the text is a CR")
                        .isTrue();
            }
        }
    }

    private static byte[] unpacked(byte[] packed, int fillBits, int count) {
        byte[] septets = new byte[count];
        for (int bit = 0; bit < count * 7; bit++) {
            int at = fillBits + bit;
            septets[bit / 7] |= (byte) ((packed[at / 8] >> at % 8 & 1) << bit % 7);
        }
        return septets;
    }

    @Test
    void extensionTableCostsTwo() {
        assertThat(GsmAlphabet.encode("^{}\\[~]|€\f"))
                .containsExactly(
                        0x1B, 0x14, 0x1B, 0x28, 0x1B, 0x29, 0x1B, 0x2F, 0x1B, 0x3C, 0x1B, 0x3D, 0x1B, 0x3E, 0x1B, 0x40,
                        0x1B, 0x65, 0x1B, 0x0A);
        assertThat("^{}\\[~]|€\f".chars().map(GsmAlphabet::septets)).containsOnly(2);
    }

    @Test
    void onlySevenVietnameseLettersAreInTheTable() {
        assertThat(UnaccentedTest.VIETNAMESE_LETTERS.codePoints().filter(letter -> GsmAlphabet.septets(letter) > 0))
                .containsExactlyInAnyOrder("àèéìòùÉ".codePoints().boxed().toArray(Integer[]::new));
    }

    @Test
    void brokenOctetsDecodeToSomething() {
        assertThat(GsmAlphabet.decode(new byte[] {0x1B})).isEqualTo(" ");
        assertThat(GsmAlphabet.decode(new byte[] {0x1B, 0x41})).isEqualTo("A");
        assertThat(GsmAlphabet.decode(new byte[] {(byte) 0x80})).isEqualTo("\uFFFD");
    }

    @Test
    void foreignCharacterIsRefused() {
        assertThatThrownBy(() -> GsmAlphabet.encode("ạ")).hasMessageContaining("U+1EA1");
    }
}
