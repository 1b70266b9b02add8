package vn.canhbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;

/**
 * What Kannel carries to the same SMSC: spool store, receipts on, the same window. Without a dlr-url, so that nothing of
 * ours is part of its work; a receipt counts when bearerbox has it and smsbox has taken it out of the spool.
 */
final class KannelBench {

    /** Twice so many files are written; more makes the run longer and the figure no other. */
    private static final int MOST = 50_000;

    private static final int WARM_UP = 1_000;
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    // Not the account of the gateway: the SMSC's counts stay apart.
    private static final String SYSTEM_ID = "vinaphone";

    private final SimulatorProcess smsc;
    private final int messages;
    private final int window;

    KannelBench(SimulatorProcess smsc, int messages, int window) {
        this.smsc = smsc;
        this.messages = Math.min(messages, MOST);
        this.window = window;
    }

    /**
     * @param perSecond from the first HTTP request to the last receipt: smsbox, spool, submit_sm, receipt
     * @param spoolPerSecond with every message in the spool beforehand, as ours are in their table: submit_sm and receipt
     * @param cpu CPU seconds by process for each 1,000 messages, from HTTP on
     */
    record Result(int messages, double perSecond, double spoolPerSecond, Map<String, Double> cpu) {}

    Result run() throws Exception {
        Path folder = Files.createTempDirectory("canhbao-kannel");
        try {
            Map<String, Double> cpu = new LinkedHashMap<>();
            double perSecond = fromHttp(folder, cpu);
            double spoolPerSecond = fromSpool(folder);
            return new Result(messages, perSecond, spoolPerSecond, cpu);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private double fromHttp(Path folder, Map<String, Double> cpu) throws Exception {
        try (Kannel kannel = start(folder, smsc.port())) {
            kannel.await(status -> status.online() == 1, PATIENCE);
            feed(kannel, WARM_UP);
            kannel.await(status -> status.receipts() == WARM_UP && status.stored() == 0, PATIENCE);
            Map<String, ProcessHandle> processes = new LinkedHashMap<>();
            processes.put("bearerbox", kannel.bearerbox());
            processes.put("smsbox", kannel.smsbox());
            processes.put("simulator", smsc.handle());
            CpuMeter meter = new CpuMeter(processes);
            long started = System.nanoTime();
            feed(kannel, messages);
            DurableBench.say("Kannel: smsbox nhận (took) %,.0f /s qua HTTP…", perSecond(messages, started));
            kannel.await(status -> status.receipts() == WARM_UP + messages && status.stored() == 0, PATIENCE);
            double perSecond = perSecond(messages, started);
            cpu.putAll(meter.perThousand(messages));
            return perSecond;
        }
    }

    private double fromSpool(Path folder) throws Exception {
        // Nothing listens there: what smsbox takes stays in the spool.
        try (Kannel kannel = start(folder, Kannel.freePort())) {
            feed(kannel, messages);
            kannel.await(status -> status.stored() == messages, PATIENCE);
        }
        try (Kannel kannel = start(folder, smsc.port())) {
            // Counted from here on: that it starts, and reads its spool again, is not what it is measured for.
            long before = kannel.status().receipts();
            long started = System.nanoTime();
            kannel.await(status -> status.receipts() == messages && status.stored() == 0, PATIENCE);
            return perSecond(messages - before, started);
        }
    }

    private Kannel start(Path folder, int port) throws IOException, InterruptedException {
        return Kannel.start(
                folder, List.of(new Kannel.Account(SYSTEM_ID, SimulatorSettings.EMBEDDED_PASSWORD, port, window)));
    }

    private static double perSecond(long messages, long since) {
        return messages / (Math.max(1, System.nanoTime() - since) / 1e9);
    }

    /** Over several keep-alive connections at once. */
    private static void feed(Kannel kannel, int messages) throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> feeders = IntStream.range(0, CONNECTIONS)
                    .mapToObj(first -> threads.submit(() -> {
                        for (int i = first; i < messages; i += CONNECTIONS) {
                            kannel.send(Map.of(
                                    "smsc",
                                    SYSTEM_ID,
                                    "from",
                                    BenchWave.SENDER,
                                    "to",
                                    BenchWave.msisdn(i),
                                    "text",
                                    BenchWave.TEXT,
                                    "dlr-mask",
                                    "3"));
                        }
                        return null;
                    }))
                    .toList();
            for (Future<Object> feeder : feeders) {
                feeder.get();
            }
        } catch (ExecutionException refused) {
            throw new IOException(refused.getCause().getMessage(), refused.getCause());
        }
    }
}
