package vn.canhbao.gateway.matrix;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.MessageSettlement;
import vn.canhbao.core.message.MessageView;
import vn.canhbao.core.message.OperatorTally;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.gateway.GatewayIT;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.Links;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** All rows in one gateway: an account, a link and an operator for each, and two waves, one for each policy. */
final class MatrixRun implements AutoCloseable {

    private static final Duration RESEND_AFTER = Duration.ofSeconds(4);

    private final List<MatrixRow> rows;
    private final TestDatabase.Opened database;
    private final List<Arrival> submits = new CopyOnWriteArrayList<>();
    private final SmscSimulator smsc;
    private final StoredWave keep;
    private final StoredWave resend;
    private final ConfigurableApplicationContext application;
    private final ScheduledExecutorService settlement = Executors.newSingleThreadScheduledExecutor();

    /** A submit_sm that the SMSC took. */
    record Arrival(AcceptedSubmit submit, Instant at) {}

    MatrixRun(List<MatrixRow> rows, TestDatabase kind) {
        this.rows = rows;
        database = kind.open();
        smsc = SmscSimulator.start(
                SimulatorSettings.of(accounts())
                        .withReceipts(100, Duration.ofSeconds(15), Duration.ofMillis(100))
                        .countingCopies(),
                Clock.systemUTC(),
                submit -> submits.add(new Arrival(submit, Instant.now())));
        keep = StoredWave.in(database);
        resend = StoredWave.in(database);
        database.jdbc()
                .sql("UPDATE campaign SET unanswered_policy = 'RESEND' WHERE id = ?")
                .param(resend.campaign())
                .update();
        rows.forEach(row -> database.jdbc()
                .sql("INSERT INTO operator (code, display_name) VALUES (?, ?)")
                .params(operatorOf(row), nameOf(row))
                .update());
        rows.stream().filter(row -> !row.preparedLate).forEach(this::prepare);
        application = new SpringApplicationBuilder(GatewayIT.GatewayAlone.class)
                .web(WebApplicationType.NONE)
                .run(properties().entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
        rows.stream().filter(row -> row.preparedLate).forEach(this::prepare);
        rows.forEach(row -> row.start.accept(viewOf(row)));
        settlement.scheduleWithFixedDelay(this::settleOrLater, 200, 200, TimeUnit.MILLISECONDS);
    }

    private Map<String, OperatorProfile> accounts() {
        Map<String, OperatorProfile> accounts = new TreeMap<>();
        for (MatrixRow row : rows) {
            row.smsc.replaceAll((key, value) -> "{second}".equals(value) ? nameOf(row) + "-b" : value);
            accounts.put(nameOf(row), profile(row.smsc));
            if (row.secondSmsc != null) {
                accounts.put(nameOf(row) + "-b", profile(row.secondSmsc));
            }
        }
        return accounts;
    }

    private static OperatorProfile profile(Map<String, Object> keys) {
        List<Object> flat = new ArrayList<>();
        keys.forEach((key, value) -> flat.addAll(List.of(key, value)));
        return OperatorProfile.plain("secret").with(flat.toArray());
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new TreeMap<>();
        for (MatrixRow row : rows) {
            link(properties, nameOf(row), row.link);
            String links = nameOf(row);
            if (row.secondLink != null) {
                link(properties, nameOf(row) + "-b", row.secondLink);
                links += "," + nameOf(row) + "-b";
            }
            properties.put("canhbao.operators." + operatorOf(row) + ".links", links);
        }
        properties.put("spring.datasource.url", database.dataSource().getJdbcUrl());
        properties.put("spring.datasource.username", database.dataSource().getUsername());
        properties.put("spring.datasource.password", database.dataSource().getPassword());
        properties.put("spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED");
        properties.put("spring.datasource.hikari.maximum-pool-size", 20);
        return properties;
    }

    private void link(Map<String, Object> properties, String name, Map<String, Object> keys) {
        String link = "canhbao.links." + name + ".";
        properties.put(link + "host", "127.0.0.1");
        properties.put(link + "port", smsc.port());
        properties.put(link + "system-id", name);
        properties.put(link + "password", "secret");
        // Long enough for a hundred links that bind at once on a small machine.
        properties.put(link + "response-timeout", "15s");
        keys.forEach((key, value) -> properties.put(link + key, value));
    }

    private void prepare(MatrixRow row) {
        StoredWave wave = waveOf(row);
        List<PreparedMessage> messages = new ArrayList<>();
        for (int i = 0; i < row.messages; i++) {
            PreparedMessage plain = wave.message(
                    "%s%04d".formatted(numbersOf(row), i),
                    row.text,
                    SmsText.of(row.text).segments().size());
            messages.add(new PreparedMessage(
                    plain.waveId(),
                    plain.campaignId(),
                    i,
                    plain.msisdn(),
                    operatorOf(row),
                    plain.senderId(),
                    plain.text(),
                    plain.segments(),
                    plain.status(),
                    Instant.now().plus(row.validity),
                    null));
        }
        new PreparedMessages(database.jdbcTemplate()).add(messages);
    }

    private void settleOrLater() {
        try {
            settle();
        } catch (ConcurrencyFailureException chosenAsVictim) {
            // Again at the next call, as the settlement does: an executor would never call this again.
        }
    }

    // What the scheduler's settlement does by the clock.
    private void settle() {
        var settled = new MessageSettlement(database.jdbc());
        Instant now = Instant.now();
        settled.resend(resend.wave(), now, now.minus(RESEND_AFTER));
        // Rows share waves here: message by message, where the settlement closes the wave that is over.
        database.jdbc()
                .sql("UPDATE message SET status = 'EXPIRED', final_at = ? WHERE status = 'READY' AND expires_at <= ?")
                .params(Utc.column(now), Utc.column(now))
                .update();
    }

    RowView viewOf(MatrixRow row) {
        return new RowView(this, row, nameOf(row));
    }

    String nameOf(MatrixRow row) {
        return "r%02d".formatted(rows.indexOf(row) + 1);
    }

    String operatorOf(MatrixRow row) {
        return nameOf(row).toUpperCase(Locale.ROOT);
    }

    /** What the numbers of a row begin with. */
    String numbersOf(MatrixRow row) {
        return "8496%03d".formatted(rows.indexOf(row) + 1);
    }

    Tallies tally(MatrixRow row, String operator) {
        return waveOf(row).tallies().byOperator(waveOf(row).campaign()).stream()
                .filter(tally -> tally.operatorCode().equals(operator))
                .map(OperatorTally::tallies)
                .findFirst()
                .orElse(Tallies.NONE);
    }

    List<MessageView> messages(MatrixRow row) {
        return waveOf(row).messages().page(waveOf(row).campaign(), null, null, 10_000);
    }

    private StoredWave waveOf(MatrixRow row) {
        return row.resend ? resend : keep;
    }

    LinkState link(String name) {
        return application.getBean(Links.class).all().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Arrival> submits() {
        return submits;
    }

    SmscSimulator smsc() {
        return smsc;
    }

    JdbcClient jdbc() {
        return database.jdbc();
    }

    /** Stops the gateway as a redeployment does. */
    void stopGateway() {
        settlement.shutdownNow();
        application.close();
    }

    @Override
    public void close() {
        stopGateway();
        smsc.close();
        database.close();
    }
}
