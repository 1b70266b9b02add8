package vn.canhbao.gateway.peers;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.commons.util.HexUtil;
import com.cloudhopper.smpp.PduAsyncResponse;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.type.SmppChannelException;
import com.cloudhopper.smpp.type.SmppInvalidArgumentException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The peer on cloudhopper's ch-smpp (Netty), in the test's own process: it outlives an application that is killed. */
public final class CloudhopperSmsc implements PeerSmsc {

    private static final int WINDOW = 500;

    private final ConcurrentLinkedQueue<ReceivedSubmit> received = new ConcurrentLinkedQueue<>();
    private final AtomicLong lastId = new AtomicLong();
    private final ScheduledExecutorService receipts = Executors.newScheduledThreadPool(2);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final DefaultSmppServer server;

    private final int port;

    private CloudhopperSmsc(int port) throws SmppChannelException {
        this.port = port;
        SmppServerConfiguration configuration = new SmppServerConfiguration();
        configuration.setHost("127.0.0.1");
        configuration.setPort(port);
        configuration.setMaxConnectionSize(20);
        configuration.setDefaultWindowSize(WINDOW);
        configuration.setNonBlockingSocketsEnabled(true);
        server = new DefaultSmppServer(configuration, new Sessions(), threads);
        server.start();
    }

    public static CloudhopperSmsc start() {
        try {
            return new CloudhopperSmsc(freePort());
        } catch (IOException | SmppChannelException notBound) {
            throw new IllegalStateException(notBound);
        }
    }

    // ch-smpp does not tell which port it took for 0.
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<ReceivedSubmit> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        receipts.shutdownNow();
        server.destroy();
        threads.shutdownNow();
    }

    private final class Sessions implements SmppServerHandler {

        @Override
        public void sessionBindRequested(Long id, SmppSessionConfiguration configuration, BaseBind bind) {
            configuration.setName("peer-" + id);
        }

        @Override
        public void sessionCreated(Long id, SmppServerSession session, BaseBindResp response) {
            session.serverReady(new DefaultSmppSessionHandler() {
                @Override
                public PduResponse firePduRequestReceived(PduRequest request) {
                    return request instanceof SubmitSm submit ? accept(session, submit) : request.createResponse();
                }

                @Override
                public void fireExpectedPduResponseReceived(PduAsyncResponse response) {
                    // deliver_sm_resp: the receipt is taken.
                }
            });
        }

        @Override
        public void sessionDestroyed(Long id, SmppServerSession session) {
            session.destroy();
        }
    }

    private SubmitSmResp accept(SmppServerSession session, SubmitSm submit) {
        String id = "C" + lastId.incrementAndGet();
        received.add(read(submit));
        if ((submit.getRegisteredDelivery() & SmppConstants.REGISTERED_DELIVERY_SMSC_RECEIPT_REQUESTED) != 0) {
            receipts.schedule(() -> sendReceipt(session, submit, id), 50, TimeUnit.MILLISECONDS);
        }
        SubmitSmResp response = submit.createResponse();
        response.setMessageId(id);
        return response;
    }

    private static ReceivedSubmit read(SubmitSm submit) {
        byte[] octets = submit.getShortMessage();
        int header = (submit.getEsmClass() & SmppConstants.ESM_CLASS_UDHI_MASK) == 0 ? 0 : octets[0] + 1;
        byte[] text = Arrays.copyOfRange(octets, header, octets.length);
        return new ReceivedSubmit(
                submit.getDestAddress().getAddress(),
                submit.getSourceAddress().getAddress(),
                submit.getDataCoding(),
                submit.getEsmClass(),
                header == 0 ? "" : HexUtil.toHexString(octets, 1, header - 1).toLowerCase(java.util.Locale.ROOT),
                CharsetUtil.decode(
                        text,
                        submit.getDataCoding() == SmppConstants.DATA_CODING_UCS2
                                ? CharsetUtil.CHARSET_UCS_2
                                : CharsetUtil.CHARSET_GSM));
    }

    private static void sendReceipt(SmppServerSession session, SubmitSm submit, String id) {
        try {
            DeliverSm receipt = new DeliverSm();
            receipt.setEsmClass(SmppConstants.ESM_CLASS_MT_SMSC_DELIVERY_RECEIPT);
            receipt.setSourceAddress(submit.getDestAddress());
            receipt.setDestAddress(submit.getSourceAddress());
            receipt.setShortMessage(("id:" + id
                            + " sub:001 dlvrd:001 submit date:2611240800 done date:2611240801 stat:DELIVRD err:000 text:")
                    .getBytes(StandardCharsets.US_ASCII));
            session.sendRequestPdu(receipt, 10_000, false);
        } catch (SmppInvalidArgumentException impossible) {
            throw new IllegalStateException(impossible);
        } catch (Exception sessionLost) {
            // The application was killed: its receipts are lost with the session, as at many an operator.
        }
    }
}
