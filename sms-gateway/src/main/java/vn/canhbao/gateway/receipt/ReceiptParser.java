package vn.canhbao.gateway.receipt;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import vn.canhbao.core.receipt.ReceiptState;
import vn.canhbao.gateway.link.ReceiptIdFormat;
import vn.canhbao.gateway.link.SmscMessageId;
import vn.canhbao.gateway.receipt.ReceiptFields.Name;
import vn.canhbao.gateway.smpp.Tlvs;

/**
 * Reads whatever SMSCs send as a delivery receipt: TLVs first, then the fields of the text. It never throws: what isn't
 * understood is missing in the result, and the raw octets are kept by whoever calls.
 */
public final class ReceiptParser {

    private static final int MESSAGE_TYPE = 0x3C;
    private static final int DELIVERY_RECEIPT = 0x04;
    private static final int INTERMEDIATE_NOTIFICATION = 0x20;
    private static final int UDH_INDICATOR = 0x40;
    private static final int UCS_2 = 8;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_WORD = 20;

    private ReceiptParser() {}

    /**
     * @param tlvs as on the wire: tag, length, value, one after the other
     * @param idFormat how this operator writes ids in receipts
     * @param zone of dates without an offset
     */
    public static ParsedReceipt parse(
            int esmClass, int dataCoding, byte[] shortMessage, byte[] tlvs, ReceiptIdFormat idFormat, ZoneId zone) {
        var optional = new Tlvs(tlvs);
        byte[] octets = shortMessage.length > 0 ? shortMessage : optional.octets(Tlvs.MESSAGE_PAYLOAD);
        var fields = new ReceiptFields(text(esmClass, dataCoding, octets));
        if (!isReceipt(esmClass, optional, fields)) {
            return new ParsedReceipt(null, null, ReceiptState.UNRECOGNISED, null, null, null, false);
        }
        String id = cut(first(optional.text(Tlvs.RECEIPTED_MESSAGE_ID), fields.word(Name.ID)), LONGEST_ID);
        return new ParsedReceipt(
                id,
                SmscMessageId.ofReceipt(id, idFormat),
                state(optional, fields),
                cut(first(networkError(optional), fields.word(Name.ERR)), LONGEST_WORD),
                ReceiptTime.of(fields.whole(Name.DONE_DATE), zone),
                cut(first(fields.word(Name.STAT), messageStateAsWritten(optional)), LONGEST_WORD),
                true);
    }

    // Some SMSCs leave the bit out, so that the content decides; acknowledgements of a handset are no receipts.
    private static boolean isReceipt(int esmClass, Tlvs tlvs, ReceiptFields fields) {
        int type = esmClass & MESSAGE_TYPE;
        return (type & DELIVERY_RECEIPT) != 0
                || type == INTERMEDIATE_NOTIFICATION
                || tlvs.has(Tlvs.RECEIPTED_MESSAGE_ID)
                || tlvs.has(Tlvs.MESSAGE_STATE)
                || fields.looksLikeReceipt();
    }

    private static ReceiptState state(Tlvs tlvs, ReceiptFields fields) {
        ReceiptState byTlv = tlvs.has(Tlvs.MESSAGE_STATE) ? messageState(tlvs) : ReceiptState.UNRECOGNISED;
        String word = fields.word(Name.STAT);
        return byTlv == ReceiptState.UNRECOGNISED && word != null ? ReceiptWords.ofWord(word) : byTlv;
    }

    private static ReceiptState messageState(Tlvs tlvs) {
        byte[] octets = tlvs.octets(Tlvs.MESSAGE_STATE);
        return octets.length == 1 ? ReceiptWords.ofMessageState(octets[0]) : ReceiptState.UNRECOGNISED;
    }

    private static String messageStateAsWritten(Tlvs tlvs) {
        byte[] octets = tlvs.octets(Tlvs.MESSAGE_STATE);
        return octets.length == 1 ? "message_state=" + (octets[0] & 0xFF) : null;
    }

    // Network type, then the code in two octets (§5.3.2.31); a zero code leaves it to the text.
    private static String networkError(Tlvs tlvs) {
        byte[] octets = tlvs.octets(Tlvs.NETWORK_ERROR_CODE);
        int code = octets.length == 3 ? (octets[1] & 0xFF) << 8 | octets[2] & 0xFF : 0;
        return code == 0 ? null : Integer.toString(code);
    }

    private static String text(int esmClass, int dataCoding, byte[] octets) {
        int start = (esmClass & UDH_INDICATOR) != 0 && octets.length > 0 ? 1 + (octets[0] & 0xFF) : 0;
        byte[] body = start < octets.length ? Arrays.copyOfRange(octets, start, octets.length) : octets;
        Charset charset =
                dataCoding == UCS_2 && looksLikeUtf16(body) ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
        return new String(body, charset).replace('\0', ' ');
    }

    // Receipts are ASCII: some SMSCs copy data_coding 8 from the message and still write one octet a letter.
    private static boolean looksLikeUtf16(byte[] octets) {
        int zeros = 0;
        for (int i = 0; i < octets.length; i += 2) {
            zeros += octets[i] == 0 ? 1 : 0;
        }
        return zeros * 4 >= octets.length;
    }

    private static String first(String preferred, String otherwise) {
        return preferred == null ? otherwise : preferred;
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
