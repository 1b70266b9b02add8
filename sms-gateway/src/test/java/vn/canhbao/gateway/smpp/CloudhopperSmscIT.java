package vn.canhbao.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.tlv.TlvConvertException;
import com.cloudhopper.smpp.util.SmppUtil;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.canhbao.core.message.EarlierSegments;
import vn.canhbao.core.message.MessageStatus;

/** Our submit_sm as another implementation of SMPP reads them, with its own alphabets. */
class CloudhopperSmscIT implements SmppServerHandler {

    static final String LONG = "Canh bao: 10 €, [OTP] ~ @ $ _ " + "khong chuyen tien. ".repeat(20);

    private final List<SubmitSm> seen = new CopyOnWriteArrayList<>();
    private DefaultSmppServer smsc;
    private SmppLink link;
    private int port;

    @BeforeEach
    void start() throws Exception {
        port = freePort();
        var configuration = new SmppServerConfiguration();
        configuration.setHost("127.0.0.1");
        configuration.setPort(port);
        smsc = new DefaultSmppServer(configuration, this);
        smsc.start();
    }

    @AfterEach
    void stop() {
        link.close();
        smsc.destroy();
    }

    @ParameterizedTest
    @CsvSource({"UDH_8, 6", "UDH_16, 7"})
    void itPutsSegmentsWithUdhTogether(String mode, int udh) throws Exception {
        assertThat(send(LONG, "long-message", mode)).isEqualTo(MessageStatus.SUBMITTED);

        assertThat(seen).hasSize(3).allMatch(submit -> SmppUtil.isUserDataHeaderIndicatorEnabled(submit.getEsmClass()));
        StringBuilder text = new StringBuilder();
        for (SubmitSm submit : seen) {
            byte[] octets = submit.getShortMessage();
            assertThat(octets[0]).as("UDHL").isEqualTo((byte) (udh - 1));
            text.append(CharsetUtil.decode(Arrays.copyOfRange(octets, udh, octets.length), CharsetUtil.CHARSET_GSM));
        }
        assertThat(text).hasToString(LONG);
    }

    @Test
    void itReadsTheSarTlvs() throws Exception {
        send(LONG, "long-message", "SAR");

        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            SubmitSm submit = seen.get(i);
            assertThat(tlv(submit, SmppConstants.TAG_SAR_MSG_REF_NUM)).isEqualTo(7);
            assertThat(tlv(submit, SmppConstants.TAG_SAR_TOTAL_SEGMENTS)).isEqualTo(3);
            assertThat(tlv(submit, SmppConstants.TAG_SAR_SEGMENT_SEQNUM)).isEqualTo(i + 1);
            text.append(CharsetUtil.decode(submit.getShortMessage(), CharsetUtil.CHARSET_GSM));
        }
        assertThat(text).hasToString(LONG);
    }

    @Test
    void itReadsTheMessagePayload() throws Exception {
        send("Cảnh báo. ".repeat(30), "long-message", "PAYLOAD");

        SubmitSm submit = seen.getFirst();
        assertThat(submit.getShortMessageLength()).isZero();
        assertThat(CharsetUtil.decode(
                        submit.getOptionalParameter(SmppConstants.TAG_MESSAGE_PAYLOAD)
                                .getValue(),
                        CharsetUtil.CHARSET_UCS_2))
                .isEqualTo("Cảnh báo. ".repeat(30));
    }

    @Test
    void itUnpacksPackedText() throws Exception {
        send("Canh bao [OTP] €", "encoding", "GSM_PACKED");

        assertThat(CharsetUtil.decode(seen.getFirst().getShortMessage(), CharsetUtil.CHARSET_GSM7))
                .isEqualTo("Canh bao [OTP] €");
    }

    private MessageStatus send(String text, String key, String value) throws InterruptedException {
        link = new SmppLink("viettel", WiredLink.settings(port, Map.of(key, value)), Clock.systemUTC());
        link.start(deliverSm -> {});
        await().until(link::isUp);
        return WiredLink.submission(link)
                .send(WiredLink.message(7, text, 1, EarlierSegments.NONE))
                .status();
    }

    private static int tlv(SubmitSm submit, short tag) throws TlvConvertException {
        var tlv = submit.getOptionalParameter(tag);
        return tlv.getLength() == 2 ? tlv.getValueAsShort() : tlv.getValueAsByte();
    }

    // ch-smpp's server doesn't tell which port it got.
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void sessionBindRequested(Long id, SmppSessionConfiguration configuration, BaseBind bind) {}

    @Override
    public void sessionCreated(Long id, SmppServerSession session, BaseBindResp answer) {
        session.serverReady(new DefaultSmppSessionHandler() {
            @Override
            public PduResponse firePduRequestReceived(PduRequest request) {
                PduResponse response = request.createResponse();
                if (request instanceof SubmitSm submit && response instanceof SubmitSmResp taken) {
                    seen.add(submit);
                    taken.setMessageId("id" + seen.size());
                }
                return response;
            }
        });
    }

    @Override
    public void sessionDestroyed(Long id, SmppServerSession session) {
        session.destroy();
    }
}
