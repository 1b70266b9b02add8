package vn.canhbao.gateway.smpp.simulator;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.PDUComposer;

/**
 * One deliver_sm of an SMS from a phone.
 *
 * @param octets short_message with its UDH
 * @param answer command_status with which the ESME took it or refused it for good
 */
record MoSegment(
        MobileOriginated message,
        int esmClass,
        byte[] octets,
        OptionalParameter[] tlvs,
        CompletableFuture<Integer> answer)
        implements Delivery {

    private static final byte INTERNATIONAL = 1;
    private static final byte E164 = 1;

    @Override
    public byte[] pdu(PDUComposer composer, int sequenceNumber, Instant now) throws PDUStringException {
        return composer.deliverSm(
                sequenceNumber,
                "",
                INTERNATIONAL,
                E164,
                message.from(),
                (byte) 0,
                (byte) 0,
                message.to(),
                (byte) esmClass,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                (byte) message.dataCoding(),
                octets,
                tlvs);
    }

    @Override
    public boolean prefers(EsmeSession session) {
        return true;
    }

    @Override
    public void sent() {
        // Nothing waits for it.
    }
}
