package vn.canhbao.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.core.message.TallyReader;

/** A wave of single-segment messages, written straight into the tables. */
final class BenchWave {

    static final String TEXT =
            "Canh bao: khong chuyen tien, khong cung cap ma OTP. Gap nghi van bao ngay Cong an noi gan nhat.";
    static final String SENDER = "CANHBAO";
    private static final int BLOCK = 1_000;

    private final ApplicationContext application;
    private final JdbcClient jdbc;
    private final long campaign;
    private final long wave;

    /** An empty wave that is not sent yet. */
    BenchWave(ApplicationContext application) {
        this.application = application;
        jdbc = application.getBean(JdbcClient.class);
        jdbc.sql("""
                        INSERT INTO campaign (name, message_class, text, text_form, source, sender_id, validity_seconds,
                            unanswered_policy, status, created_by, created_at)
                        VALUES ('bench', 'CANH_BAO', ?, 'ACCENTED', 'bench', ?, 86400, 'KEEP', 'RUNNING', 'bench', ?)
                        """).params(TEXT, SENDER, Utc.column(Instant.now())).update();
        campaign = jdbc.sql("SELECT MAX(id) FROM campaign").query(Long.class).single();
        jdbc.sql("INSERT INTO wave (campaign_id, position, status) VALUES (?, 1, 'PREPARING')")
                .param(campaign)
                .update();
        wave = jdbc.sql("SELECT MAX(id) FROM wave").query(Long.class).single();
    }

    static String msisdn(int i) {
        return "8496%07d".formatted(i % 10_000_000);
    }

    /** Adds READY messages to the numbers {@code from} (inclusive) to {@code to}; each block is committed by itself. */
    BenchWave add(int from, int to) {
        PreparedMessages prepared = application.getBean(PreparedMessages.class);
        TransactionTemplate transaction = application.getBean(TransactionTemplate.class);
        Instant expires = Instant.now().plus(Duration.ofDays(1));
        for (int start = from; start < to; start += BLOCK) {
            List<PreparedMessage> block = IntStream.range(start, Math.min(to, start + BLOCK))
                    .mapToObj(i -> message(i, expires))
                    .toList();
            transaction.executeWithoutResult(status -> prepared.add(block));
        }
        return this;
    }

    private PreparedMessage message(int i, Instant expires) {
        return new PreparedMessage(
                wave, campaign, i, msisdn(i), "VIETTEL", SENDER, TEXT, 1, MessageStatus.READY, expires, null);
    }

    void run() {
        jdbc.sql("UPDATE wave SET status = 'RUNNING' WHERE id = ?").param(wave).update();
    }

    void finish() {
        jdbc.sql("UPDATE wave SET status = 'FINISHED' WHERE id = ?").param(wave).update();
    }

    Tallies tallies() {
        return application.getBean(TallyReader.class).ofWave(wave);
    }

    /** Of these numbers, those whose message counts as delivered in the tally now. */
    List<String> deliveredOf(List<String> msisdns) {
        return jdbc.sql(
                        "SELECT msisdn FROM message WHERE wave_id = :wave AND status = 'DELIVERED' AND msisdn IN (:msisdns)")
                .param("wave", wave)
                .param("msisdns", msisdns)
                .query(String.class)
                .list();
    }
}
