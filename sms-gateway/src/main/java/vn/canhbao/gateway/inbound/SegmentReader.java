package vn.canhbao.gateway.inbound;

import java.util.Arrays;
import vn.canhbao.core.inbound.InboundAlphabet;
import vn.canhbao.core.inbound.InboundSegment;
import vn.canhbao.core.text.GsmAlphabet;
import vn.canhbao.gateway.link.DestinationFormat;
import vn.canhbao.gateway.link.GsmTextEncoding;
import vn.canhbao.gateway.smpp.DeliverSm;
import vn.canhbao.gateway.smpp.Tlvs;

/** Reads a deliver_sm that is no receipt; it never throws: what makes no sense is text. */
final class SegmentReader {

    private static final int UDH_INDICATOR = 0x40;
    private static final int MOST_OCTETS = 2_000;

    private SegmentReader() {}

    /** @param ofDataCoding0 what the SMSC's default alphabet is, as the link is configured */
    static InboundSegment read(DeliverSm pdu, GsmTextEncoding ofDataCoding0) {
        Tlvs tlvs = new Tlvs(pdu.tlvs());
        byte[] octets = pdu.shortMessage().length > 0 ? pdu.shortMessage() : tlvs.octets(Tlvs.MESSAGE_PAYLOAD);
        byte[] udh = (pdu.esmClass() & UDH_INDICATOR) == 0 ? new byte[0] : udh(octets);
        byte[] text = Arrays.copyOfRange(octets, udh.length, Math.min(octets.length, udh.length + MOST_OCTETS));
        Concatenation part = Concatenation.of(udh, tlvs);
        boolean packed = pdu.dataCoding() == 0 && ofDataCoding0 == GsmTextEncoding.GSM_PACKED;
        return new InboundSegment(
                0,
                pdu.link(),
                pdu.receivedAt(),
                DestinationFormat.msisdn(pdu.sourceAddr()),
                pdu.destAddr() == null ? "" : pdu.destAddr().strip(),
                alphabet(pdu.dataCoding(), ofDataCoding0),
                packed ? GsmAlphabet.unpack(text, udh.length) : text,
                part.reference(),
                part.total(),
                part.number());
    }

    private static byte[] udh(byte[] octets) {
        int length = octets.length == 0 ? 0 : 1 + (octets[0] & 0xFF);
        return length <= octets.length ? Arrays.copyOf(octets, length) : new byte[0];
    }

    // SMPP 3.4 §5.2.19; from 0x10 on as in 3GPP TS 23.038 §4, where bits 3 and 2 tell the alphabet.
    private static InboundAlphabet alphabet(int dataCoding, GsmTextEncoding ofDataCoding0) {
        return switch (dataCoding) {
            case 0 ->
                switch (ofDataCoding0) {
                    case GSM_UNPACKED, GSM_PACKED, UCS_2 -> InboundAlphabet.GSM_7;
                    case LATIN_1 -> InboundAlphabet.LATIN_1;
                    case ASCII -> InboundAlphabet.ASCII;
                };
            case 1 -> InboundAlphabet.ASCII;
            case 8 -> InboundAlphabet.UCS_2;
            default ->
                dataCoding >= 0x10 && (dataCoding & 0x0C) == 0x08
                        ? InboundAlphabet.UCS_2
                        : dataCoding >= 0x10 && (dataCoding & 0x0C) == 0
                                ? InboundAlphabet.GSM_7
                                : InboundAlphabet.LATIN_1;
        };
    }
}
