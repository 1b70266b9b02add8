package vn.canhbao.gateway.smpp.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppClient;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.EnquireLink;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.util.DeliveryReceipt;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The built-in SMSC against another implementation of SMPP than the one it is made of. */
class CloudhopperPeerIT {

    private final List<DeliverSm> receipts = new CopyOnWriteArrayList<>();

    @Test
    void anotherImplementationBindsSubmitsAndReadsItsReceipts() throws Exception {
        List<AcceptedSubmit> accepted = new CopyOnWriteArrayList<>();
        try (var smsc = SmscSimulator.start(SimulatorSettings.bench(), Clock.systemUTC(), accepted::add)) {
            var client = new DefaultSmppClient();
            SmppSession session = client.bind(configuration(smsc.port()), new DefaultSmppSessionHandler() {
                @Override
                public PduResponse firePduRequestReceived(PduRequest request) {
                    if (request instanceof DeliverSm deliverSm) {
                        receipts.add(deliverSm);
                    }
                    return request.createResponse();
                }
            });

            assertThat(session.enquireLink(new EnquireLink(), 5_000).getCommandStatus())
                    .isZero();
            String id = session.submit(submit(), 5_000).getMessageId();

            await().until(() -> smsc.counters("vinaphone").receiptsTaken() == 1);
            DeliveryReceipt receipt = DeliveryReceipt.parseShortMessage(
                    new String(receipts.getFirst().getShortMessage(), StandardCharsets.US_ASCII),
                    org.joda.time.DateTimeZone.forID("Asia/Ho_Chi_Minh"));
            assertThat(receipt.getMessageId()).isEqualTo(id);
            assertThat(receipt.getState()).isEqualTo((byte) 2);
            assertThat(accepted.getFirst().octets()).isEqualTo("Canh bao".getBytes(StandardCharsets.US_ASCII));
            session.unbind(5_000);
            client.destroy();
        }
    }

    private static SmppSessionConfiguration configuration(int port) {
        var configuration = new SmppSessionConfiguration(
                SmppBindType.TRANSCEIVER, "vinaphone", SimulatorSettings.EMBEDDED_PASSWORD);
        configuration.setHost("127.0.0.1");
        configuration.setPort(port);
        return configuration;
    }

    private static SubmitSm submit() throws Exception {
        var submit = new SubmitSm();
        submit.setSourceAddress(new Address((byte) 5, (byte) 0, "CANHBAO"));
        submit.setDestAddress(new Address((byte) 1, (byte) 1, "84912345678"));
        submit.setRegisteredDelivery((byte) 1);
        submit.setShortMessage("Canh bao".getBytes(StandardCharsets.US_ASCII));
        return submit;
    }
}
