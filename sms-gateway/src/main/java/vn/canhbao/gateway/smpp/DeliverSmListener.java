package vn.canhbao.gateway.smpp;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.MessageId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands every deliver_sm and data_sm over raw, and answers when that is done. */
final class DeliverSmListener implements MessageReceiverListener {

    private static final Logger log = LoggerFactory.getLogger(DeliverSmListener.class);

    private final String link;
    private final DeliverSmHandler handler;
    private final Clock clock;

    DeliverSmListener(String link, DeliverSmHandler handler, Clock clock) {
        this.link = link;
        this.handler = handler;
        this.clock = clock;
    }

    @Override
    public void onAcceptDeliverSm(org.jsmpp.bean.DeliverSm pdu) throws ProcessRequestException {
        accept(new DeliverSm(
                link,
                clock.instant(),
                pdu.getSourceAddr(),
                pdu.getDestAddress(),
                pdu.getEsmClass() & 0xFF,
                pdu.getDataCoding() & 0xFF,
                pdu.getShortMessage() == null ? new byte[0] : pdu.getShortMessage(),
                wire(pdu.getOptionalParameters())));
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
        accept(new DeliverSm(
                link,
                clock.instant(),
                pdu.getSourceAddr(),
                pdu.getDestAddress(),
                pdu.getEsmClass() & 0xFF,
                pdu.getDataCoding() & 0xFF,
                new byte[0],
                wire(pdu.getOptionalParameters())));
        try {
            return new DataSmResult(new MessageId("0"), new OptionalParameter[0]);
        } catch (PDUStringException impossible) {
            throw new ProcessRequestException(impossible.getMessage(), CommandStatus.ESME_RX_T_APPN, impossible);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        log.debug("alert_notification on link {}: not used", link);
    }

    // Never a permanent error: the SMSC must send it again when the journal is back.
    private void accept(DeliverSm deliverSm) throws ProcessRequestException {
        try {
            handler.accept(deliverSm);
        } catch (Exception notStored) {
            throw new ProcessRequestException(
                    "not stored: " + notStored.getMessage(), CommandStatus.ESME_RX_T_APPN, notStored);
        }
    }

    private static byte[] wire(OptionalParameter[] parameters) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        if (parameters != null) {
            for (OptionalParameter parameter : parameters) {
                octets.writeBytes(parameter.serialize());
            }
        }
        return octets.toByteArray();
    }
}
