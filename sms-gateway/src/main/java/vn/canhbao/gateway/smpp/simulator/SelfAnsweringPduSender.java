package vn.canhbao.gateway.smpp.simulator;

import java.io.IOException;
import java.io.OutputStream;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.extra.ProcessRequestException;

/**
 * Lets us answer a submit_sm later, or never, without a thread that waits: jSMPP's session would answer as soon as its
 * listener returns, so the listener throws {@link #NOT_NOW} and the negative answer that follows is not written.
 */
final class SelfAnsweringPduSender extends SynchronizedPDUSender {

    private static final int NOT_NOW_STATUS = 0x7FFF_FFFF;

    static final ProcessRequestException NOT_NOW = new NotNow();

    SelfAnsweringPduSender() {
        super(new DefaultPDUSender());
    }

    @Override
    public byte[] sendHeader(OutputStream out, int commandId, int commandStatus, int sequenceNumber)
            throws IOException {
        return commandStatus == NOT_NOW_STATUS
                ? new byte[0]
                : super.sendHeader(out, commandId, commandStatus, sequenceNumber);
    }

    private static final class NotNow extends ProcessRequestException {

        NotNow() {
            super("answered elsewhere", NOT_NOW_STATUS);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
