package vn.canhbao.gateway.smpp.simulator;

import java.time.Instant;
import org.jsmpp.PDUStringException;
import org.jsmpp.util.PDUComposer;

/** What an SMSC sends to an ESME until it is answered. */
sealed interface Delivery permits Receipt, MoSegment {

    byte[] pdu(PDUComposer composer, int sequenceNumber, Instant now) throws PDUStringException;

    /** Whether this session is one that it should go out on, when there is a choice. */
    boolean prefers(EsmeSession session);

    /** It is in a session's outbox, perhaps not for the first time. */
    void sent();
}
