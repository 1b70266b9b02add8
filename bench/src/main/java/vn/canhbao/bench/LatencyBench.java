package vn.canhbao.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit;
import vn.canhbao.gateway.smpp.simulator.DelayRange;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/**
 * Latency at a low, steady rate: messages become READY in small commits while their wave runs. The SMSC lives in this
 * process, so that one clock times all: READY from the return of its commit; the wire when the SMSC has read the
 * submit_sm; the receipt from the moment it is due, a second after; the tally when a query sees the message delivered.
 */
final class LatencyBench {

    private static final long COMMIT_EVERY_MILLIS = 10;
    private static final long LOOK_EVERY_MILLIS = 5;
    private static final int LOOK_FOR = 500;
    private static final int WARM_UP_SECONDS = 10;
    private static final Duration RECEIPT_DELAY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BenchOptions options;
    private final int warmUp;
    private final int total;
    private final long[] ready;
    private final long[] wire;
    private final long[] visible;
    private final ConcurrentLinkedQueue<Integer> onTheWire = new ConcurrentLinkedQueue<>();
    private final List<Long> looks = new ArrayList<>();

    LatencyBench(BenchOptions options) {
        this.options = options;
        warmUp = options.rate() * WARM_UP_SECONDS;
        total = warmUp + options.messages();
        ready = new long[total];
        wire = new long[total];
        visible = new long[total];
    }

    LatencyReport run() throws Exception {
        long delay = RECEIPT_DELAY.toMillis();
        var settings = SimulatorSettings.of(Map.of(
                BenchGateway.SYSTEM_ID,
                OperatorProfile.plain(SimulatorSettings.EMBEDDED_PASSWORD)
                        .withReceiptDelay(DelayRange.millis(delay, delay))));
        try (var smsc = SmscSimulator.start(settings, Clock.systemUTC(), this::submitted);
                BenchDatabase database = BenchDatabase.start(options.database());
                var application = BenchGateway.start(database, smsc.port(), options.window())) {
            BenchWave wave = new BenchWave(application);
            wave.run();
            DurableBench.say("%,d tin, %d mỗi giây (a second)…", total, options.rate());
            Thread writer = Thread.ofPlatform().name("latency-ready").start(() -> makeReady(wave));
            watch(wave);
            writer.interrupt();
            writer.join();
            Tallies tallies = wave.tallies();
            wave.finish();
            return new LatencyReport(
                    options,
                    Percentiles.of(spans(ready, wire, 0)),
                    Percentiles.of(spans(wire, visible, RECEIPT_DELAY.toNanos())),
                    Percentiles.of(looks.stream().mapToLong(Long::longValue).toArray()),
                    tallies);
        }
    }

    // On a thread of the SMSC.
    private void submitted(AcceptedSubmit submit) {
        int index = Integer.parseInt(submit.destination().substring(4));
        wire[index] = System.nanoTime();
        onTheWire.add(index);
    }

    private void makeReady(BenchWave wave) {
        long started = System.nanoTime();
        int done = 0;
        try {
            while (done < total) {
                int due = (int) Math.min(total, (System.nanoTime() - started) * (double) options.rate() / 1e9);
                if (due > done) {
                    wave.add(done, due);
                    java.util.Arrays.fill(ready, done, due, System.nanoTime());
                    done = due;
                }
                TimeUnit.MILLISECONDS.sleep(COMMIT_EVERY_MILLIS);
            }
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    // Asks only for those whose receipt is due: a handful, by their index, however large the wave has become.
    private void watch(BenchWave wave) throws InterruptedException {
        List<Integer> due = new ArrayList<>();
        long deadline =
                System.nanoTime() + PATIENCE.plusSeconds(total / options.rate()).toNanos();
        int seen = 0;
        long lastLook = System.nanoTime();
        while (seen < total && System.nanoTime() < deadline) {
            Integer next;
            while ((next = onTheWire.peek()) != null
                    && due.size() < LOOK_FOR
                    && wire[next] + RECEIPT_DELAY.toNanos() <= System.nanoTime()) {
                due.add(onTheWire.poll());
            }
            if (!due.isEmpty()) {
                List<String> delivered =
                        wave.deliveredOf(due.stream().map(BenchWave::msisdn).toList());
                long now = System.nanoTime();
                for (String msisdn : delivered) {
                    int index = Integer.parseInt(msisdn.substring(4));
                    visible[index] = now;
                    due.remove(Integer.valueOf(index));
                }
                seen += delivered.size();
                looks.add(now - lastLook);
            }
            lastLook = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** After the warm-up, from one to the other plus a delay; one that never came counts as the whole patience. */
    private long[] spans(long[] from, long[] to, long delay) {
        long[] spans = new long[options.messages()];
        for (int i = 0; i < spans.length; i++) {
            int index = warmUp + i;
            spans[i] = to[index] == 0
                    ? PATIENCE.toNanos()
                    // The gateway may see the row before our commit has returned.
                    : Math.max(0, to[index] - from[index] - delay);
        }
        return spans;
    }
}
