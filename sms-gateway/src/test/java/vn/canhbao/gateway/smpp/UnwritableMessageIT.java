package vn.canhbao.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.EarlierSegments;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageStatus;

class UnwritableMessageIT {

    @Test
    void aMessageThatNoPduCanHoldFailsWithTheReasonInsteadOfBeingTriedForEver() throws Exception {
        try (WiredLink link = WiredLink.with()) {
            ClaimedMessage fine = WiredLink.message(1, "xin chào", 1, EarlierSegments.NONE);
            ClaimedMessage tooLong = new ClaimedMessage(
                    2,
                    1,
                    fine.msisdn(),
                    "A-SENDER-ID-OF-MORE-THAN-20",
                    fine.text(),
                    fine.expiresAt(),
                    1,
                    fine.operator(),
                    1);

            MessageOutcome outcome = link.send(tooLong);

            assertThat(outcome.status()).isEqualTo(MessageStatus.FAILED);
            assertThat(outcome.detail()).contains("can't be written as submit_sm");
            assertThat(link.send(fine).status()).isEqualTo(MessageStatus.SUBMITTED);
        }
    }
}
