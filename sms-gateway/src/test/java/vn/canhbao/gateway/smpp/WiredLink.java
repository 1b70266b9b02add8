package vn.canhbao.gateway.smpp;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.EarlierSegments;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.gateway.link.ClaimAhead;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.link.WaveGate;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** A link bound to the built-in SMSC over TCP, and what the SMSC sees on it. */
final class WiredLink implements AutoCloseable {

    static final String MSISDN = "84912345678";

    final List<AcceptedSubmit> seen = new CopyOnWriteArrayList<>();
    final SmscSimulator smsc;
    private final SmppLink link;
    private final MessageSubmission submission;

    private WiredLink(OperatorProfile operator, Map<String, String> keys) {
        smsc = SmscSimulator.start(SimulatorSettings.of(Map.of("viettel", operator)), Clock.systemUTC(), seen::add);
        link = new SmppLink("viettel", settings(smsc.port(), keys), Clock.systemUTC());
        submission = submission(link);
        link.start(deliverSm -> {});
        await().until(link::isUp);
    }

    /** @param keys of the link's configuration, and their values, in turn */
    static WiredLink with(String... keys) {
        return with(OperatorProfile.plain("secret"), keys);
    }

    static WiredLink with(OperatorProfile operator, String... keys) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < keys.length; i += 2) {
            map.put(keys[i], keys[i + 1]);
        }
        return new WiredLink(operator, map);
    }

    static LinkSettings settings(int port, Map<String, String> keys) {
        Map<String, String> all = new TreeMap<>(keys);
        all.putIfAbsent("host", "127.0.0.1");
        all.putIfAbsent("port", Integer.toString(port));
        all.putIfAbsent("system-id", "viettel");
        all.putIfAbsent("password", "secret");
        all.putIfAbsent("response-timeout", "5s");
        return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("", LinkSettings.class);
    }

    /** Over a link whose waves all run. */
    static MessageSubmission submission(SmppLink link) {
        return new MessageSubmission(
                link, new ClaimAhead(() -> 0), (wave, begun) -> WaveGate.Verdict.SEND, Clock.systemUTC(), late -> {});
    }

    MessageOutcome send(String text) throws InterruptedException {
        return send(message(1, text, 1, EarlierSegments.NONE));
    }

    MessageOutcome send(ClaimedMessage message) throws InterruptedException {
        return submission.send(message);
    }

    static ClaimedMessage message(long id, String text, int attempt, EarlierSegments earlier) {
        return new ClaimedMessage(
                id,
                1,
                MSISDN,
                "CANHBAO",
                text,
                Instant.now().plus(Duration.ofHours(2)),
                attempt,
                earlier,
                "VIETTEL",
                1);
    }

    /** Whether an answer of the SMSC made it wait. */
    boolean isPaused() {
        return link.rate().pausedNanos() > 0;
    }

    @Override
    public void close() {
        link.close();
        smsc.close();
    }
}
