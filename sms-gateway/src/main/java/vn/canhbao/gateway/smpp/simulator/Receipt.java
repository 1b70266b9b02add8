package vn.canhbao.gateway.smpp.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.PDUComposer;

/**
 * A delivery receipt on its way.
 *
 * @param origin the session of the submit_sm
 * @param onSent what waits for it to be on its way
 */
record Receipt(
        ReceiptManners manners,
        ReceiptText text,
        SubmitSm submit,
        EsmeSession origin,
        String messageId,
        String word,
        Instant submittedAt,
        Runnable onSent)
        implements Delivery {

    private static final int LONGEST_SHORT_MESSAGE = 254;
    private static final byte[] NOTHING = {};

    /** The deliver_sm or data_sm; addresses change places. */
    @Override
    public byte[] pdu(PDUComposer composer, int sequenceNumber, Instant doneAt) throws PDUStringException {
        boolean dataSm = manners.pdu() == ReceiptManners.Pdu.DATA_SM;
        byte[] octets = manners.content() == ReceiptManners.Content.TLVS
                ? NOTHING
                : text.octets(messageId, word, submittedAt, doneAt);
        boolean payload = octets.length > 0 && (dataSm || octets.length > LONGEST_SHORT_MESSAGE);
        OptionalParameter[] tlvs = tlvs(payload ? octets : NOTHING);
        return dataSm
                ? composer.dataSm(
                        sequenceNumber,
                        "",
                        submit.getDestAddrTon(),
                        submit.getDestAddrNpi(),
                        submit.getDestAddress(),
                        submit.getSourceAddrTon(),
                        submit.getSourceAddrNpi(),
                        submit.getSourceAddr(),
                        (byte) manners.esmClass(),
                        (byte) 0,
                        (byte) manners.dataCoding(),
                        tlvs)
                : composer.deliverSm(
                        sequenceNumber,
                        "",
                        submit.getDestAddrTon(),
                        submit.getDestAddrNpi(),
                        submit.getDestAddress(),
                        submit.getSourceAddrTon(),
                        submit.getSourceAddrNpi(),
                        submit.getSourceAddr(),
                        (byte) manners.esmClass(),
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        (byte) manners.dataCoding(),
                        payload ? NOTHING : octets,
                        tlvs);
    }

    private OptionalParameter[] tlvs(byte[] payload) {
        List<OptionalParameter> tlvs = new ArrayList<>(3);
        if (payload.length > 0) {
            tlvs.add(new OptionalParameter.Message_payload(payload));
        }
        if (manners.content() != ReceiptManners.Content.TEXT) {
            tlvs.add(new OptionalParameter.Receipted_message_id(messageId));
            byte state = messageState();
            if (state != 0) {
                tlvs.add(new OptionalParameter.Message_state(state));
            }
        }
        return tlvs.toArray(OptionalParameter[]::new);
    }

    // The TLV's numbering (§5.3.2.35); 0: a word of the operator's own, and so no TLV.
    private byte messageState() {
        return switch (word.toUpperCase(Locale.ROOT)) {
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

    @Override
    public boolean prefers(EsmeSession session) {
        return switch (manners.bind()) {
            case ANY -> true;
            case SAME -> session == origin;
            case OTHER -> session != origin;
        };
    }

    @Override
    public void sent() {
        onSent.run();
    }
}
