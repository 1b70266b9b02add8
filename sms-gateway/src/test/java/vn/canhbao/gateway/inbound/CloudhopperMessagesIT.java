package vn.canhbao.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cloudhopper.commons.charset.Charset;
import com.cloudhopper.commons.charset.CharsetUtil;
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
import com.cloudhopper.smpp.tlv.Tlv;
import com.cloudhopper.smpp.type.Address;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.canhbao.core.inbound.InboundSegment;
import vn.canhbao.core.inbound.InboundText;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.smpp.SmppLink;

/** Messages as another implementation of SMPP writes them, with its own alphabets, UDH and TLVs. */
class CloudhopperMessagesIT implements SmppServerHandler {

    static final String ACCENTED = "Tôi bị lừa qua điện thoại 👍. ".repeat(8).strip();
    static final String PLAIN = "DA NHAN [1] @ € " + "cam on ".repeat(30).strip();

    final List<InboundSegment> come = new CopyOnWriteArrayList<>();
    final CompletableFuture<SmppServerSession> session = new CompletableFuture<>();
    DefaultSmppServer smsc;
    SmppLink link;

    @BeforeEach
    void bind() throws Exception {
        var configuration = new SmppServerConfiguration();
        configuration.setHost("127.0.0.1");
        configuration.setPort(freePort());
        smsc = new DefaultSmppServer(configuration, this);
        smsc.start();
        Map<String, String> keys = new TreeMap<>(Map.of("host", "127.0.0.1", "system-id", "viettel"));
        keys.put("port", Integer.toString(configuration.getPort()));
        LinkSettings settings =
                new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate("", LinkSettings.class);
        link = new SmppLink("viettel", settings, Clock.systemUTC());
        link.start(deliverSm -> come.add(SegmentReader.read(deliverSm, settings.encoding())));
        await().until(link::isUp);
    }

    @AfterEach
    void close() {
        link.close();
        smsc.destroy();
    }

    @Test
    void itsUdhAndUcs2AreReadAsOneText() throws Exception {
        sendInUdhSegments(ACCENTED, CharsetUtil.CHARSET_UCS_2, SmppConstants.DATA_CODING_UCS2);

        assertThat(come).hasSizeGreaterThan(2).allMatch(segment -> segment.total() == come.size());
        assertThat(InboundText.of(come)).isEqualTo(ACCENTED);
        assertThat(come).allMatch(segment -> segment.sourceAddr().equals("84961234567"));
    }

    @Test
    void itsUdhAndGsmAlphabetAreReadAsOneText() throws Exception {
        sendInUdhSegments(PLAIN, CharsetUtil.CHARSET_GSM, SmppConstants.DATA_CODING_DEFAULT);

        assertThat(InboundText.of(come)).isEqualTo(PLAIN);
    }

    @Test
    void itsSarTlvsAreRead() throws Exception {
        for (byte number = 1; number <= 2; number++) {
            DeliverSm pdu = message(CharsetUtil.encode("phần " + number, CharsetUtil.CHARSET_UCS_2));
            pdu.setDataCoding(SmppConstants.DATA_CODING_UCS2);
            pdu.addOptionalParameter(new Tlv(SmppConstants.TAG_SAR_MSG_REF_NUM, new byte[] {1, 2}));
            pdu.addOptionalParameter(new Tlv(SmppConstants.TAG_SAR_TOTAL_SEGMENTS, new byte[] {2}));
            pdu.addOptionalParameter(new Tlv(SmppConstants.TAG_SAR_SEGMENT_SEQNUM, new byte[] {number}));
            send(pdu);
        }

        assertThat(InboundText.of(come)).isEqualTo("phần 1phần 2");
        assertThat(come).extracting(InboundSegment::reference).containsOnly(0x102);
    }

    @Test
    void itsMessagePayloadIsRead() throws Exception {
        DeliverSm pdu = message(new byte[0]);
        pdu.setDataCoding(SmppConstants.DATA_CODING_UCS2);
        pdu.addOptionalParameter(
                new Tlv(SmppConstants.TAG_MESSAGE_PAYLOAD, CharsetUtil.encode(ACCENTED, CharsetUtil.CHARSET_UCS_2)));
        send(pdu);

        assertThat(InboundText.of(come)).isEqualTo(ACCENTED);
    }

    // Cut anywhere, as phones do: through an emoji or an escape pair.
    private void sendInUdhSegments(String text, Charset charset, byte dataCoding) throws Exception {
        byte[] octets = CharsetUtil.encode(text, charset);
        int total = (octets.length + 133) / 134;
        for (int number = 1; number <= total; number++) {
            byte[] part = Arrays.copyOfRange(octets, (number - 1) * 134, Math.min(octets.length, number * 134));
            byte[] segment = new byte[6 + part.length];
            System.arraycopy(new byte[] {5, 0, 3, 9, (byte) total, (byte) number}, 0, segment, 0, 6);
            System.arraycopy(part, 0, segment, 6, part.length);
            DeliverSm pdu = message(segment);
            pdu.setEsmClass(SmppConstants.ESM_CLASS_UDHI_MASK);
            pdu.setDataCoding(dataCoding);
            send(pdu);
        }
    }

    private static DeliverSm message(byte[] octets) throws Exception {
        DeliverSm pdu = new DeliverSm();
        pdu.setSourceAddress(new Address((byte) 1, (byte) 1, "84961234567"));
        pdu.setDestAddress(new Address((byte) 0, (byte) 1, "8188"));
        pdu.setShortMessage(octets);
        return pdu;
    }

    /** Returns when it is answered. */
    private void send(DeliverSm pdu) throws Exception {
        assertThat(session.get().sendRequestPdu(pdu, 10_000, true).await(10_000))
                .isTrue();
    }

    // ch-smpp's server doesn't tell which port it got.
    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void sessionBindRequested(Long id, SmppSessionConfiguration configuration, BaseBind bind) {}

    @Override
    public void sessionCreated(Long id, SmppServerSession created, BaseBindResp answer) {
        created.serverReady(new DefaultSmppSessionHandler() {
            @Override
            public PduResponse firePduRequestReceived(PduRequest request) {
                return request.createResponse();
            }
        });
        session.complete(created);
    }

    @Override
    public void sessionDestroyed(Long id, SmppServerSession destroyed) {
        destroyed.destroy();
    }
}
