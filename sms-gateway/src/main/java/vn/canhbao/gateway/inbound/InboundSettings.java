package vn.canhbao.gateway.inbound;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code canhbao.inbound.*}. Words are compared without case, accents and spaces: "TU CHOI" is also "Từ chối" and
 * "tuchoi".
 *
 * @param confirmation whether a refusal is confirmed by SMS
 * @param confirmationText of that SMS
 * @param senderId of that SMS; empty: the sender of the latest message to the number
 * @param acknowledgeWithin how old the message may be that an acknowledgement is for
 * @param repeatWithin the same message from the same number within this time is the SMSC's repetition
 * @param incompleteAfter how long the missing segments of a message are waited for
 * @param interval how often new messages are looked for
 */
@ConfigurationProperties("canhbao.inbound")
record InboundSettings(
        @DefaultValue({"TU CHOI", "TC", "HUY", "STOP", "NGUNG"})
        List<String> refusalWords,

        @DefaultValue({"DA NHAN", "OK"}) List<String> acknowledgementWords,
        @DefaultValue("true") boolean confirmation,

        @DefaultValue(
                "Da ghi nhan tu choi. So nay se khong nhan tin canh bao nua. Muon nhan lai, xin lien he co quan gui tin.")
        String confirmationText,

        @DefaultValue("") String senderId,
        @DefaultValue("7d") Duration acknowledgeWithin,
        @DefaultValue("2m") Duration repeatWithin,
        @DefaultValue("15m") Duration incompleteAfter,
        @DefaultValue("1s") Duration interval) {

    private static final int LONGEST_SENDER = 11;
    private static final int LONGEST_TEXT = 2_000;

    InboundSettings {
        require(senderId.length() <= LONGEST_SENDER, "sender-id", "at most 11 characters");
        require(
                !confirmation || !confirmationText.isBlank() && confirmationText.length() <= LONGEST_TEXT,
                "confirmation-text",
                "1 to 2,000 characters, or confirmation: false");
        require(interval.toMillis() > 0, "interval", "1ms or more");
    }

    private static void require(boolean holds, String key, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("canhbao.inbound." + key + ": " + expected);
        }
    }
}
