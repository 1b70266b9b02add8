package vn.canhbao.gateway.smpp;

import java.time.Clock;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.text.SmsEncoding;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.gateway.link.LinkSettings;

/** The submit_sm of each segment of a message, as its link wants them. */
final class SegmentPdus {

    private final LinkSettings settings;
    private final Clock clock;
    private final ClaimedMessage message;
    private final SmsText text;

    SegmentPdus(LinkSettings settings, Clock clock, ClaimedMessage message) {
        this.settings = settings;
        this.clock = clock;
        this.message = message;
        text = SmsText.of(message.text());
    }

    int total() {
        return text.segments().size();
    }

    /** @param number from 1 */
    SubmitSm submitSm(int number) {
        byte[] octets = text.octets().get(number - 1);
        return new SubmitSm(
                message.senderId(),
                settings.destFormat().of(message.msisdn()),
                (byte) (text.encoding() == SmsEncoding.UCS_2 ? 0x08 : 0x00),
                total() > 1,
                total() > 1 ? withUdh(octets, message.id(), total(), number) : octets,
                ValidityPeriod.of(
                        settings.validityMode(), clock.instant(), message.expiresAt(), ClockConfiguration.LOCAL));
    }

    // 3GPP TS 23.040 §9.2.3.24.1. The reference comes from the message's id: a second copy of it bears the same one, so
    // that a phone that has half of the first can complete it.
    private static byte[] withUdh(byte[] octets, long messageId, int total, int number) {
        byte[] withHeader = new byte[6 + octets.length];
        withHeader[0] = 5;
        withHeader[1] = 0;
        withHeader[2] = 3;
        withHeader[3] = (byte) messageId;
        withHeader[4] = (byte) total;
        withHeader[5] = (byte) number;
        System.arraycopy(octets, 0, withHeader, 6, octets.length);
        return withHeader;
    }
}
