package vn.canhbao.gateway.smpp.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.PDUComposer;

/** A delivery receipt on its way: SMPP 3.4 Appendix B text, with receipted_message_id and message_state beside it. */
record Receipt(
        String messageId,
        String source,
        byte sourceTon,
        byte sourceNpi,
        String destination,
        byte destinationTon,
        byte destinationNpi,
        String word,
        Instant submittedAt) {

    private static final byte ESM_CLASS_RECEIPT = 0x04;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    static Receipt of(SubmitSm submit, String messageId, String word, Instant submittedAt) {
        return new Receipt(
                messageId,
                submit.getSourceAddr(),
                submit.getSourceAddrTon(),
                submit.getSourceAddrNpi(),
                submit.getDestAddress(),
                submit.getDestAddrTon(),
                submit.getDestAddrNpi(),
                word,
                submittedAt);
    }

    /** The deliver_sm; addresses change places. */
    byte[] deliverSm(PDUComposer composer, int sequenceNumber, Instant doneAt) throws PDUStringException {
        var id = new OptionalParameter.Receipted_message_id(messageId);
        byte state = messageState();
        OptionalParameter[] tlvs = state == 0
                ? new OptionalParameter[] {id}
                : new OptionalParameter[] {id, new OptionalParameter.Message_state(state)};
        return composer.deliverSm(
                sequenceNumber,
                "",
                destinationTon,
                destinationNpi,
                destination,
                sourceTon,
                sourceNpi,
                source,
                ESM_CLASS_RECEIPT,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                text(doneAt).getBytes(StandardCharsets.US_ASCII),
                tlvs);
    }

    private String text(Instant doneAt) {
        boolean delivered = word.equals("DELIVRD");
        return "id:" + messageId + " sub:001 dlvrd:" + (delivered ? "001" : "000") + " submit date:"
                + MINUTE.format(submittedAt) + " done date:" + MINUTE.format(doneAt) + " stat:" + word + " err:"
                + (delivered ? "000" : "001") + " text:";
    }

    // The TLV's numbering (§5.3.2.35); 0: a word of the operator's own, and so no TLV.
    private byte messageState() {
        return switch (word) {
            case "ENROUTE" -> 1;
            case "DELIVRD" -> 2;
            case "EXPIRED" -> 3;
            case "DELETED" -> 4;
            case "UNDELIV" -> 5;
            case "ACCEPTD" -> 6;
            case "UNKNOWN" -> 7;
            case "REJECTD" -> 8;
            default -> 0;
        };
    }
}
