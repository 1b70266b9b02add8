package vn.canhbao.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.canhbao.core.tool.NeedsTool;
import vn.canhbao.core.tool.Tool;
import vn.canhbao.gateway.peers.PeerMessages;
import vn.canhbao.gateway.peers.PeerSmsc.ReceivedSubmit;
import vn.canhbao.gateway.peers.SimulatorView;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** The built-in SMSC as Kannel's bearerbox knows an operator: messages in over HTTP, receipts back to the dlr-url. */
@NeedsTool(Tool.KANNEL)
class KannelIT {

    private static final String PLAIN = "Canh bao [Cong an tinh] @ $ _: khong cung cap ma OTP, khong chuyen tien.";
    private static final String ACCENTED = "Cảnh báo: không cung cấp mã OTP, không chuyển tiền.";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<AcceptedSubmit> accepted = new CopyOnWriteArrayList<>();
    private final List<String> receipts = new CopyOnWriteArrayList<>();
    private final HttpServer application = application();
    private SmscSimulator smsc;
    private Kannel kannel;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        smsc = SmscSimulator.start(
                SimulatorSettings.of(Map.of(
                        "delivering", OperatorProfile.plain("secret"),
                        "failing", OperatorProfile.plain("secret").withReceiptWord("UNDELIV", 1))),
                Clock.systemUTC(),
                accepted::add);
        kannel = Kannel.start(
                folder,
                List.of(
                        new Kannel.Account("delivering", "secret", smsc.port(), 10),
                        new Kannel.Account("failing", "secret", smsc.port(), 10)));
        kannel.await(status -> status.online() == 2, PATIENCE);
    }

    @AfterEach
    void stop() throws Exception {
        kannel.close();
        smsc.close();
        application.stop(0);
    }

    @Test
    void everyTextArrivesAsItWasWritten() throws Exception {
        send("delivering", "84960000001", PLAIN, false);
        send("delivering", "84960000002", ACCENTED, true);
        send("delivering", "84960000003", PLAIN.repeat(5), false);
        send("delivering", "84960000004", ACCENTED.repeat(5), true);

        await().atMost(PATIENCE).until(() -> accepted.size() == 1 + 1 + 3 + 4);
        List<ReceivedSubmit> received = SimulatorView.of(accepted);
        assertThat(PeerMessages.byDestination(received))
                .isEqualTo(Map.of(
                        "84960000001", List.of(PLAIN),
                        "84960000002", List.of(ACCENTED),
                        "84960000003", List.of(PLAIN.repeat(5)),
                        "84960000004", List.of(ACCENTED.repeat(5))));
        assertThat(received).extracting(ReceivedSubmit::source).containsOnly("CANHBAO");
    }

    @Test
    void receiptsReachTheDlrUrlAsDeliveredOrFailed() throws Exception {
        send("delivering", "84960000001", PLAIN, false);
        send("failing", "84960000002", ACCENTED, true);
        send("delivering", "84960000003", ACCENTED.repeat(5), true);

        await().atMost(PATIENCE)
                .until(() -> receipts.containsAll(List.of("84960000001 1", "84960000002 2", "84960000003 1")));
        assertThat(accepted).hasSize(1 + 1 + 4);
        // Of a long message Kannel asks a receipt for one segment.
        kannel.await(status -> status.receipts() == 3 && status.openReceipts() == 0 && status.stored() == 0, PATIENCE);
        await().atMost(PATIENCE)
                .until(() -> smsc.counters("delivering").receiptsTaken() == 2
                        && smsc.counters("failing").receiptsTaken() == 1);
        assertThat(receipts).doesNotContain("84960000001 2", "84960000002 1", "84960000003 2");
    }

    private void send(String account, String to, String text, boolean unicode) throws Exception {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "smsc",
                account,
                "from",
                "CANHBAO",
                "to",
                to,
                "charset",
                "UTF-8",
                "coding",
                unicode ? "2" : "0",
                "text",
                text,
                "dlr-mask",
                "3"));
        parameters.put(
                "dlr-url", "http://127.0.0.1:" + application.getAddress().getPort() + "/receipt?to=" + to + "&type=%d");
        kannel.send(parameters);
    }

    /** Notes "number type" for each call of the dlr-url. */
    private HttpServer application() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/receipt", exchange -> {
                receipts.add(exchange.getRequestURI().getQuery().replaceFirst("to=(\\d+)&type=(\\d+)", "$1 $2"));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException noPort) {
            throw new java.io.UncheckedIOException(noPort);
        }
    }
}
