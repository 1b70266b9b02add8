package vn.canhbao.gateway.smpp.simulator;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;

/**
 * A submit_sm that the built-in SMSC took, as it came over the wire.
 *
 * @param messageId as answered
 * @param octets short_message with its UDH, or message_payload where that is used
 * @param tlvs value by tag
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
        Map<Integer, byte[]> tlvs,
        Address sourceAddress,
        Address destinationAddress,
        boolean answered) {

    /** Type of number and numbering plan beside an address. */
    public record Address(int ton, int npi) {}

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
                tlvs(submit),
                new Address(submit.getSourceAddrTon(), submit.getSourceAddrNpi()),
                new Address(submit.getDestAddrTon(), submit.getDestAddrNpi()),
                answered);
    }

    private static Map<Integer, byte[]> tlvs(SubmitSm submit) {
        Map<Integer, byte[]> tlvs = new TreeMap<>();
        for (OptionalParameter tlv : submit.getOptionalParameters()) {
            byte[] wire = tlv.serialize();
            tlvs.put(tlv.tag & 0xFFFF, Arrays.copyOfRange(wire, 4, wire.length));
        }
        return tlvs;
    }
}
