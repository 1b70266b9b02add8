package vn.canhbao.gateway.smpp.simulator;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;

/**
 * Takes each deliver_sm_resp off the stream before jSMPP's session sees it: the session knows only answers to its own
 * blocking call, and can't parse the header-only answer (0x58) that jSMPP's client gives when its queue is full.
 */
final class ReceiptAnswerReader extends DefaultPDUReader {

    @FunctionalInterface
    interface Answers {
        void answered(int sequenceNumber, int commandStatus);
    }

    private final Answers answers;
    private final Runnable onUnbind;

    /** @param onUnbind called before the session sees an unbind */
    ReceiptAnswerReader(Answers answers, Runnable onUnbind) {
        this.answers = answers;
        this.onUnbind = onUnbind;
    }

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        while (true) {
            Command header = super.readPDUHeader(in);
            if (header.getCommandId() == SMPPConstant.CID_UNBIND) {
                onUnbind.run();
            }
            if (header.getCommandId() != SMPPConstant.CID_DELIVER_SM_RESP) {
                return header;
            }
            in.skipNBytes(header.getCommandLength() - 16L);
            answers.answered(header.getSequenceNumber(), header.getCommandStatus());
        }
    }
}
