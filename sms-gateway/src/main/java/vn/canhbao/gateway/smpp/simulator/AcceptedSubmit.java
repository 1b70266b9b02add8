package vn.canhbao.gateway.smpp.simulator;

import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;

/**
 * A submit_sm that the built-in SMSC took, as it came over the wire.
 *
 * @param messageId as answered
 * @param octets short_message with its UDH, or message_payload where that is used
 * @param answered {@code false}: the answer was lost on purpose
 */
public record AcceptedSubmit(
        String systemId,
        String messageId,
        String source,
        String destination,
        byte esmClass,
        byte dataCoding,
        byte registeredDelivery,
        String validityPeriod,
        byte[] octets,
        boolean answered) {

    static AcceptedSubmit of(SubmitSm submit, String systemId, String messageId, boolean answered) {
        byte[] octets = submit.getShortMessage();
        var payload = submit.getOptionalParameter(OptionalParameter.Message_payload.class);
        return new AcceptedSubmit(
                systemId,
                messageId,
                submit.getSourceAddr(),
                submit.getDestAddress(),
                submit.getEsmClass(),
                submit.getDataCoding(),
                submit.getRegisteredDelivery(),
                submit.getValidityPeriod(),
                octets.length == 0 && payload != null ? payload.getValue() : octets,
                answered);
    }
}
