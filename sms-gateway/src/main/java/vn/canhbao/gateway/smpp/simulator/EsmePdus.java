package vn.canhbao.gateway.smpp.simulator;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.function.Predicate;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.bean.Command;

/**
 * Takes some PDUs off the stream before jSMPP's session sees them: it knows only answers to its own blocking calls, and
 * can't parse the header-only deliver_sm_resp (0x58) that jSMPP's client gives when its queue is full.
 */
final class EsmePdus extends DefaultPDUReader {

    private final Predicate<Command> takenOff;

    /** @param takenOff sees each header; true: the session doesn't get this PDU */
    EsmePdus(Predicate<Command> takenOff) {
        this.takenOff = takenOff;
    }

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        while (true) {
            Command header = super.readPDUHeader(in);
            if (!takenOff.test(header)) {
                return header;
            }
            in.skipNBytes(header.getCommandLength() - 16L);
        }
    }
}
