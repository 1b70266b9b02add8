package vn.canhbao.core.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;

/** A running wave with messages, written straight into the tables, and the classes that work on them. */
public final class StoredWave {

    public static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    /** A link that makes so many segments of any text and asks for every receipt. */
    public static BiFunction<String, String, List<Boolean>> cutting(int segments) {
        return (link, text) -> Collections.nCopies(segments, true);
    }

    private final TestDatabase.Opened database;
    private final long campaign;
    private final long wave;

    private StoredWave(TestDatabase.Opened database, long campaign, long wave) {
        this.database = database;
        this.campaign = campaign;
        this.wave = wave;
    }

    /** A running wave without messages. */
    public static StoredWave in(TestDatabase.Opened database) {
        var jdbc = database.jdbc();
        jdbc.sql("""
                        INSERT INTO campaign (name, message_class, text, text_form, source, sender_id, validity_seconds,
                            unanswered_policy, status, created_by, created_at)
                        VALUES ('thử', 'CANH_BAO', 'x', 'ACCENTED', 'CV 1/BC', 'CANHBAO', 3600, 'KEEP', 'RUNNING', 'a', ?)
                        """).param(Utc.column(NOW)).update();
        long campaign =
                jdbc.sql("SELECT MAX(id) FROM campaign").query(Long.class).single();
        jdbc.sql("INSERT INTO wave (campaign_id, position, status, started_at) VALUES (?, 1, 'RUNNING', ?)")
                .params(campaign, Utc.column(NOW))
                .update();
        return new StoredWave(
                database,
                campaign,
                jdbc.sql("SELECT MAX(id) FROM wave").query(Long.class).single());
    }

    /** Adds READY messages of VIETTEL numbers 84960000000 and on. */
    public StoredWave withMessages(int count, String text, int segments) {
        new PreparedMessages(database.jdbcTemplate())
                .add(IntStream.range(0, count)
                        .mapToObj(i -> message("8496%07d".formatted(i), text, segments))
                        .toList());
        return this;
    }

    public PreparedMessage message(String msisdn, String text, int segments) {
        return new PreparedMessage(
                wave,
                campaign,
                1,
                msisdn,
                "VIETTEL",
                "CANHBAO",
                text,
                segments,
                MessageStatus.READY,
                NOW.plus(Duration.ofHours(1)),
                null);
    }

    public MessageQueue queue() {
        return new MessageQueue(new NamedParameterJdbcTemplate(database.dataSource()), database.setBased());
    }

    public ReceiptMatcher matcher() {
        return new ReceiptMatcher(new NamedParameterJdbcTemplate(database.dataSource()), database.setBased());
    }

    public TallyReader tallies() {
        return new TallyReader(new NamedParameterJdbcTemplate(database.dataSource()));
    }

    public Messages messages() {
        return new Messages(new NamedParameterJdbcTemplate(database.dataSource()));
    }

    public List<ClaimedMessage> claim(int limit) {
        return queue().claim("node", "viettel", Carries.PUBLIC, List.of("VIETTEL"), wave, limit, NOW);
    }

    public Tallies tally() {
        return tallies().ofWave(wave);
    }

    public long campaign() {
        return campaign;
    }

    public long wave() {
        return wave;
    }
}
