package vn.canhbao.gateway.smpp.simulator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jsmpp.bean.OptionalParameter;
import vn.canhbao.core.text.GsmAlphabet;

/**
 * An SMS from a phone to the ESME.
 *
 * @param from its number, as the operator writes it
 * @param to a sender id or short number of ours
 * @param dataCoding 0: GSM 7-bit, unpacked; 1: ASCII; 3: Latin-1; 8: UCS-2
 * @param split how a text of more than 140 octets travels
 * @param lastFirst its segments come in reverse order
 */
public record MobileOriginated(String from, String to, String text, int dataCoding, Split split, boolean lastFirst) {

    public enum Split {
        UDH_8(6),
        UDH_16(7),
        SAR(0);

        private final int udhOctets;

        Split(int udhOctets) {
            this.udhOctets = udhOctets;
        }
    }

    private static final int OCTETS = 140;
    private static final int SEPTETS = 160;

    /** GSM 7-bit where the text allows it, else UCS-2. */
    public static MobileOriginated of(String from, String to, String text) {
        return new MobileOriginated(from, to, text, GsmAlphabet.covers(text) ? 0 : 8, Split.UDH_8, false);
    }

    public MobileOriginated dataCoding(int newDataCoding) {
        return new MobileOriginated(from, to, text, newDataCoding, split, lastFirst);
    }

    public MobileOriginated split(Split newSplit) {
        return new MobileOriginated(from, to, text, dataCoding, newSplit, lastFirst);
    }

    public MobileOriginated inReverse() {
        return new MobileOriginated(from, to, text, dataCoding, split, true);
    }

    /** As deliver_sm, in the order in which they are sent. */
    List<MoSegment> segments() {
        List<String> texts = cut();
        int reference = ThreadLocalRandom.current().nextInt(1, split == Split.UDH_8 ? 0x100 : 0x10000);
        List<MoSegment> segments = new ArrayList<>();
        for (int number = 1; number <= texts.size(); number++) {
            segments.add(segment(texts.get(number - 1), reference, texts.size(), number));
        }
        if (lastFirst) {
            Collections.reverse(segments);
        }
        return segments;
    }

    private MoSegment segment(String part, int reference, int total, int number) {
        byte[] octets = octets(part);
        if (total == 1) {
            return new MoSegment(this, 0, octets, new OptionalParameter[0], new CompletableFuture<>());
        }
        byte[] udh = switch (split) {
            case UDH_8 -> new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) number};
            case UDH_16 -> new byte[] {6, 8, 4, (byte) (reference >> 8), (byte) reference, (byte) total, (byte) number};
            case SAR -> new byte[0];
        };
        OptionalParameter[] tlvs = split != Split.SAR
                ? new OptionalParameter[0]
                : new OptionalParameter[] {
                    new OptionalParameter.Sar_msg_ref_num((short) reference),
                    new OptionalParameter.Sar_total_segments((byte) total),
                    new OptionalParameter.Sar_segment_seqnum((byte) number)
                };
        byte[] message = new byte[udh.length + octets.length];
        System.arraycopy(udh, 0, message, 0, udh.length);
        System.arraycopy(octets, 0, message, udh.length, octets.length);
        return new MoSegment(this, udh.length > 0 ? 0x40 : 0, message, tlvs, new CompletableFuture<>());
    }

    private List<String> cut() {
        boolean septets = dataCoding == 0 || dataCoding == 1;
        int whole = septets ? SEPTETS : OCTETS;
        if (octets(text).length <= whole) {
            return List.of(text);
        }
        int room = septets ? (OCTETS - Math.max(6, split.udhOctets)) * 8 / 7 : OCTETS - Math.max(6, split.udhOctets);
        List<String> parts = new ArrayList<>();
        var part = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(character -> {
            if (octets(part + character).length > room) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(character);
        });
        parts.add(part.toString());
        return parts;
    }

    private byte[] octets(String part) {
        if (dataCoding == 0) {
            return GsmAlphabet.encode(part);
        }
        Charset charset = dataCoding == 8
                ? StandardCharsets.UTF_16BE
                : dataCoding == 1 ? StandardCharsets.US_ASCII : StandardCharsets.ISO_8859_1;
        return part.getBytes(charset);
    }
}
