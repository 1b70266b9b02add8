package vn.canhbao.gateway.smpp;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.SegmentPlan;
import vn.canhbao.core.text.SmsEncoding;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.gateway.link.GsmTextEncoding;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.link.LongMessage;

/** The submit_sm of each segment of a message, as its link wants them. */
final class SegmentPdus {

    private final LinkSettings settings;
    private final Clock clock;
    private final ClaimedMessage message;
    private final String destination;
    private final GsmTextEncoding encoding;
    private final LongMessage mode;
    private final SmsText text;
    private final SegmentPlan plan;

    /** @throws TextRefused where the link has no alphabet for the text */
    SegmentPdus(LinkSettings settings, ReferenceNumbers references, Clock clock, ClaimedMessage message)
            throws TextRefused {
        this.settings = settings;
        this.clock = clock;
        this.message = message;
        destination = settings.destFormat().of(message.msisdn());
        SmsText whole = SmsText.of(message.text());
        boolean gsm = settings.encoding().writes(whole.text());
        if (!gsm && !settings.unicode()) {
            throw new TextRefused(
                    "kênh không nhận Unicode, hãy gửi không dấu (link takes no Unicode, send unaccented): "
                            + String.join(" ", settings.encoding().without(whole.text())));
        }
        encoding = gsm ? settings.encoding() : GsmTextEncoding.UCS_2;
        SmsEncoding alphabet = gsm ? SmsEncoding.GSM_7 : SmsEncoding.UCS_2;
        SegmentPlan earlier = message.earlier().plan();
        // The rest of a message is cut as its first segments were, whatever link carries it.
        mode = earlier == null
                ? settings.longMessage()
                : LongMessage.valueOf(earlier.cut().split(" ")[0]);
        text = mode.cut(whole, alphabet);
        plan = plan(earlier, alphabet, references);
    }

    private SegmentPlan plan(SegmentPlan earlier, SmsEncoding alphabet, ReferenceNumbers references)
            throws TextRefused {
        int total = text.segments().size();
        String cut = mode + " " + alphabet;
        if (earlier != null) {
            if (earlier.total() != total || !earlier.cut().equals(cut)) {
                throw new TextRefused("đoạn đầu đã gửi qua kênh khác bảng mã, không gửi tiếp được"
                        + " (its first segments went over a link of another encoding)");
            }
            references.hold(message.id(), destination, earlier.reference());
            return earlier;
        }
        return total == 1
                ? SegmentPlan.SINGLE
                : new SegmentPlan(total, references.of(message.id(), destination, mode.referenceMask()), cut);
    }

    SegmentPlan plan() {
        return plan;
    }

    boolean receiptWanted(int number) {
        return settings.receipts().wanted(number, plan.total());
    }

    /** @param number from 1 */
    SubmitSm submitSm(int number) {
        byte[] header = udh(number);
        byte[] octets = encoding.octets(text.segments().get(number - 1), header.length);
        boolean payload =
                mode == LongMessage.PAYLOAD && text.units() > text.encoding().single();
        return new SubmitSm(
                message.senderId(),
                destination,
                message.expiresAt(),
                encoding.dataCoding(),
                header.length > 0,
                payload ? new byte[0] : joined(header, octets),
                ValidityPeriod.of(
                        settings.validityMode(), clock.instant(), message.expiresAt(), ClockConfiguration.LOCAL),
                receiptWanted(number),
                payload ? List.of(new SubmitSm.Tlv(SubmitSm.MESSAGE_PAYLOAD, octets)) : sar(number),
                message.operator());
    }

    private byte[] udh(int number) {
        if (plan.total() == 1) {
            return new byte[0];
        }
        byte total = (byte) plan.total();
        return switch (mode) {
            case UDH_8 -> new byte[] {5, 0x00, 3, (byte) plan.reference(), total, (byte) number};
            case UDH_16 ->
                new byte[] {6, 0x08, 4, (byte) (plan.reference() >> 8), (byte) plan.reference(), total, (byte) number};
            case SAR, PAYLOAD -> new byte[0];
        };
    }

    private List<SubmitSm.Tlv> sar(int number) {
        if (mode != LongMessage.SAR || plan.total() == 1) {
            return List.of();
        }
        return List.of(
                new SubmitSm.Tlv(
                        SubmitSm.SAR_MSG_REF_NUM,
                        ByteBuffer.allocate(2)
                                .putShort((short) plan.reference())
                                .array()),
                new SubmitSm.Tlv(SubmitSm.SAR_TOTAL_SEGMENTS, new byte[] {(byte) plan.total()}),
                new SubmitSm.Tlv(SubmitSm.SAR_SEGMENT_SEQNUM, new byte[] {(byte) number}));
    }

    private static byte[] joined(byte[] header, byte[] octets) {
        return ByteBuffer.allocate(header.length + octets.length)
                .put(header)
                .put(octets)
                .array();
    }
}
