package vn.canhbao.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;

/** What jSMPP alone carries on the same SMSC with the same window: submit_sm and receipts, nothing kept. */
final class RawJsmpp {

    private RawJsmpp() {}

    /** Messages a second, from the first submit_sm to the last receipt. */
    static double perSecond(int port, int messages, int window) throws Exception {
        CountDownLatch receipts = new CountDownLatch(messages);
        SMPPSession session = new SMPPSession();
        session.setPduProcessorDegree(16);
        session.setQueueCapacity(20_000);
        session.setTransactionTimer(30_000);
        session.setMessageReceiverListener(new Counting(receipts));
        session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        BindType.BIND_TRX,
                        BenchGateway.SYSTEM_ID,
                        SimulatorSettings.EMBEDDED_PASSWORD,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null));
        Semaphore free = new Semaphore(window);
        byte[] text = BenchWave.TEXT.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        long started = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < messages; i++) {
                String msisdn = BenchWave.msisdn(i);
                free.acquire();
                threads.submit(() -> {
                    try {
                        return session.submitShortMessage(
                                "",
                                TypeOfNumber.ALPHANUMERIC,
                                NumberingPlanIndicator.UNKNOWN,
                                BenchWave.SENDER,
                                TypeOfNumber.INTERNATIONAL,
                                NumberingPlanIndicator.ISDN,
                                msisdn,
                                new ESMClass(),
                                (byte) 0,
                                (byte) 0,
                                null,
                                null,
                                new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                                (byte) 0,
                                DataCodings.newInstance((byte) 0),
                                (byte) 0,
                                text);
                    } finally {
                        free.release();
                    }
                });
            }
        }
        receipts.await();
        double seconds = (System.nanoTime() - started) / 1e9;
        session.unbindAndClose();
        return messages / seconds;
    }

    private record Counting(CountDownLatch receipts) implements MessageReceiverListener {

        @Override
        public void onAcceptDeliverSm(DeliverSm deliverSm) {
            receipts.countDown();
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification notification) {}

        @Override
        public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) {
            throw new IllegalStateException("the built-in SMSC sends none");
        }
    }
}
