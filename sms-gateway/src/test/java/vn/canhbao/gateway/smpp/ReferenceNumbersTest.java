package vn.canhbao.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceNumbersTest {

    final ReferenceNumbers references = new ReferenceNumbers();

    @Test
    void aMessageHasTheLowBitsOfItsIdAtEveryTry() {
        assertThat(references.of(0x12345, "a", 0xFF)).isEqualTo(0x45);
        assertThat(references.of(0x12345, "a", 0xFF)).isEqualTo(0x45);
        assertThat(references.of(0x12345, "a", 0xFFFF)).isEqualTo(0x2345);
    }

    @Test
    void messagesToOneNumberDifferAndMessagesToOthersDoNotMind() {
        Set<Integer> given = new HashSet<>();
        for (long message = 0; message < 256; message++) {
            given.add(references.of(message * 256, "a", 0xFF));
        }
        assertThat(given).hasSize(256);
        assertThat(references.of(512, "b", 0xFF)).isZero();
    }

    @Test
    void aReferenceThatAResumedMessageBringsAlongIsTaken() {
        references.hold(9, "a", 5);

        assertThat(references.of(5, "a", 0xFF)).isEqualTo(6);
    }

    @Test
    void withAllOfThemTakenTheIdDecidesAgain() {
        for (long message = 0; message < 256; message++) {
            references.of(message, "a", 0xFF);
        }
        assertThat(references.of(0x107, "a", 0xFF)).isEqualTo(7);
    }
}
