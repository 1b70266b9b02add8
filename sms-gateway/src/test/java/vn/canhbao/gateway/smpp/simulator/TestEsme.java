package vn.canhbao.gateway.smpp.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;

/** An ESME for tests: jSMPP's plain client, with the receipts that came and a say in how they are answered. */
final class TestEsme implements AutoCloseable {

    final List<DeliverSm> receipts = new CopyOnWriteArrayList<>();
    private final SMPPSession session = new SMPPSession();

    /** How the next receipts are answered; ESME_ROK: 0. */
    volatile int receiptAnswer;

    static TestEsme bind(SmscSimulator smsc, String systemId, String password) throws Exception {
        return bind(smsc, systemId, password, BindType.BIND_TRX);
    }

    static TestEsme bind(SmscSimulator smsc, String systemId, String password, BindType type) throws Exception {
        var esme = new TestEsme();
        esme.session.setTransactionTimer(5_000);
        esme.session.setMessageReceiverListener(esme.receiver());
        esme.session.connectAndBind(
                "127.0.0.1",
                smsc.port(),
                new BindParameter(
                        type, systemId, password, "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null));
        return esme;
    }

    /** The message id of the answer. */
    String submit(String destination, String text) throws Exception {
        return submit(destination, (byte) 0, (byte) 0, text.getBytes(StandardCharsets.US_ASCII));
    }

    String submit(String destination, byte esmClass, byte dataCoding, byte[] octets) throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "CANHBAO",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        destination,
                        new ESMClass(esmClass),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(1),
                        (byte) 0,
                        new RawDataCoding(dataCoding),
                        (byte) 0,
                        octets)
                .getMessageId();
    }

    void answerWithin(long millis) {
        session.setTransactionTimer(millis);
    }

    private MessageReceiverListener receiver() {
        return new MessageReceiverListener() {
            @Override
            public void onAcceptDeliverSm(DeliverSm deliverSm) throws ProcessRequestException {
                receipts.add(deliverSm);
                if (receiptAnswer != 0) {
                    throw new ProcessRequestException("refused by the test", receiptAnswer);
                }
            }

            @Override
            public void onAcceptAlertNotification(AlertNotification alertNotification) {}

            @Override
            public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) {
                return null;
            }
        };
    }

    @Override
    public void close() {
        session.unbindAndClose();
    }
}
