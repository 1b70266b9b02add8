package vn.canhbao.gateway.matrix;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.MessageSettlement;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.gateway.GatewayIT;
import vn.canhbao.gateway.smpp.simulator.OperatorCounters;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** One large wave over some links of the same kind. */
final class WaveRun implements AutoCloseable {

    private static final List<String> OPERATORS = List.of("VIETTEL", "VINAPHONE", "MOBIFONE", "VIETNAMOBILE");
    private static final Duration RESEND_AFTER = Duration.ofSeconds(10);

    private final String policy;
    private final List<String> operators;
    private final int messages;
    private final TestDatabase.Opened database;
    private final StoredWave wave;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final List<Object> smscKeys = new ArrayList<>();
    private final List<Object> linkKeys = new ArrayList<>();
    private final ScheduledExecutorService settlement = Executors.newSingleThreadScheduledExecutor();
    private SmscSimulator smsc;
    private ConfigurableApplicationContext application;

    WaveRun(TestDatabase kind, String policy, int links, int messages) {
        this.policy = policy;
        this.operators = OPERATORS.subList(0, links);
        this.messages = messages;
        database = kind.open();
        wave = StoredWave.in(database);
    }

    WaveRun smsc(Object... keysAndValues) {
        smscKeys.addAll(List.of(keysAndValues));
        return this;
    }

    WaveRun link(Object... keysAndValues) {
        linkKeys.addAll(List.of(keysAndValues));
        return this;
    }

    WaveRun start() {
        Map<String, OperatorProfile> accounts = new TreeMap<>();
        operators.forEach(operator -> accounts.put(
                operator.toLowerCase(), OperatorProfile.plain("secret").with(smscKeys.toArray())));
        smsc = SmscSimulator.start(
                SimulatorSettings.of(accounts).countingCopies(),
                Clock.systemUTC(),
                submit -> taken.add(submit.destination()));
        prepare();
        application = new SpringApplicationBuilder(GatewayIT.GatewayAlone.class)
                .web(WebApplicationType.NONE)
                .run(properties().entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
        if (policy.equals("RESEND")) {
            settlement.scheduleWithFixedDelay(this::resend, 1, 1, TimeUnit.SECONDS);
        }
        return this;
    }

    private void prepare() {
        Instant expiry = Instant.now().plus(Duration.ofHours(1));
        List<PreparedMessage> block = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            PreparedMessage plain = wave.message("8496%07d".formatted(i), "Canh bao lua dao " + i, 1);
            block.add(new PreparedMessage(
                    plain.waveId(),
                    plain.campaignId(),
                    i,
                    plain.msisdn(),
                    operators.get(i % operators.size()),
                    plain.senderId(),
                    plain.text(),
                    1,
                    plain.status(),
                    expiry,
                    null));
        }
        new PreparedMessages(database.jdbcTemplate()).add(block);
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new TreeMap<>();
        for (String operator : operators) {
            String link = "canhbao.links." + operator.toLowerCase() + ".";
            properties.put(link + "host", "127.0.0.1");
            properties.put(link + "port", smsc.port());
            properties.put(link + "system-id", operator.toLowerCase());
            properties.put(link + "password", "secret");
            for (int i = 0; i < linkKeys.size(); i += 2) {
                properties.put(link + linkKeys.get(i), linkKeys.get(i + 1));
            }
        }
        properties.put("spring.datasource.url", database.dataSource().getJdbcUrl());
        properties.put("spring.datasource.username", database.dataSource().getUsername());
        properties.put("spring.datasource.password", database.dataSource().getPassword());
        properties.put("spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED");
        return properties;
    }

    private void resend() {
        Instant now = Instant.now();
        try {
            new MessageSettlement(database.jdbc()).resend(wave.wave(), now, now.minus(RESEND_AFTER));
        } catch (ConcurrencyFailureException chosenAsVictim) {
            // Again in a second, as the settlement does: an executor would never call this again.
        }
    }

    String policy() {
        return policy;
    }

    Tallies tally() {
        return wave.tally();
    }

    /** How many numbers the SMSC took a message for. */
    int taken() {
        return taken.size();
    }

    /** By number, the copies that it took or left without an answer. */
    Map<String, Integer> copies() {
        return smsc.copies();
    }

    Map<String, OperatorCounters> counters() {
        return smsc.counters();
    }

    /** Numbers of messages that used so many attempts and are in a state like this. */
    List<String> numbersTried(int attempts, String status) {
        return database.jdbc()
                .sql("SELECT msisdn FROM message WHERE wave_id = ? AND attempts = ? AND status LIKE ?")
                .params(wave.wave(), attempts, status)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        settlement.shutdownNow();
        if (application != null) {
            application.close();
        }
        if (smsc != null) {
            smsc.close();
        }
        database.close();
    }
}
