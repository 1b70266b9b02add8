package vn.canhbao.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessageStatusTest {

    @ParameterizedTest
    @EnumSource(
            value = MessageStatus.class,
            names = {"DELIVERED", "PARTLY_DELIVERED", "FAILED", "EXPIRED", "SUPPRESSED", "CANCELLED"})
    void finalStatesStick(MessageStatus status) {
        assertThat(Arrays.stream(MessageStatus.values()).filter(status::canTransitionTo))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "READY, CLAIMED, true",
        "READY, DELIVERED, false",
        "READY, SUBMITTED, true",
        "READY, UNANSWERED, false",
        "CLAIMED, SUBMITTED, true",
        "CLAIMED, UNANSWERED, true",
        "CLAIMED, READY, true",
        "CLAIMED, DELAYED, true",
        "CLAIMED, CANCELLED, true",
        "DELAYED, CLAIMED, true",
        "DELAYED, EXPIRED, true",
        "DELAYED, CANCELLED, true",
        "DELAYED, SUPPRESSED, true",
        "DELAYED, DELIVERED, false",
        "READY, DELAYED, false",
        "CLAIMED, DELIVERED, true",
        "SUBMITTED, READY, false",
        "SUBMITTED, DELIVERED, true",
        "SUBMITTED, UNKNOWN, true",
        "UNANSWERED, READY, true",
        "UNANSWERED, SUBMITTED, true",
        "UNANSWERED, DELIVERED, true",
        "UNKNOWN, DELIVERED, true",
        "UNKNOWN, READY, false"
    })
    void statesOnlyMoveForward(MessageStatus from, MessageStatus to, boolean allowed) {
        assertThat(from.canTransitionTo(to)).isEqualTo(allowed);
    }

    @Test
    void aMessageInDoubtIsNotFinal() {
        assertThat(MessageStatus.UNANSWERED.isFinal()).isFalse();
    }
}
