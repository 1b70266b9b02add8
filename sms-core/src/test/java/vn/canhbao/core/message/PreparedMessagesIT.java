package vn.canhbao.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class PreparedMessagesIT {

    private static final Instant EXPIRES = Instant.parse("2026-12-01T01:02:03.456Z");

    final TestDatabase.Opened database;
    PreparedMessages messages;

    PreparedMessagesIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void open() {
        messages = new PreparedMessages(database.jdbcTemplate());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aBlockWrittenAgainStaysAsItWas() {
        List<PreparedMessage> block =
                IntStream.range(0, 1_203).mapToObj(i -> message(i, "Tin " + i)).toList();
        messages.add(block.subList(0, 700));
        database.jdbc().sql("UPDATE message SET status = 'DELIVERED'").update();

        messages.add(block);

        assertThat(count("SELECT COUNT(*) FROM message")).isEqualTo(1_203);
        assertThat(count("SELECT COUNT(*) FROM message WHERE status = 'DELIVERED'"))
                .isEqualTo(700);
    }

    @Test
    void everyColumnIsWrittenAsItWasMade() {
        messages.add(List.of(message(7, "Cảnh báo 'lừa đảo' \\ \uD83D\uDEA8")));

        assertThat(database.jdbc()
                        .sql(
                                "SELECT CONCAT(wave_id, '|', campaign_id, '|', recipient_id, '|', msisdn, '|', operator_code, '|',"
                                        + " sender_id, '|', text, '|', segments, '|', status, '|', attempts) FROM message")
                        .query(String.class)
                        .single())
                .isEqualTo("1|2|7|84960000007|VIETTEL|CANHBAO|Cảnh báo 'lừa đảo' \\ \uD83D\uDEA8|1|READY|0");
        assertThat(database.jdbc()
                        .sql("SELECT expires_at FROM message")
                        .query((row, n) -> vn.canhbao.core.db.Utc.instant(row, "expires_at"))
                        .single())
                .isEqualTo(EXPIRES);
    }

    @Test
    void aRowThatDoesNotFitFailsTheBlockInsteadOfBeingCut() {
        assertThatThrownBy(() -> messages.add(List.of(message(1, "a".repeat(2_001)))))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(count("SELECT COUNT(*) FROM message")).isZero();
    }

    private static PreparedMessage message(int i, String text) {
        return new PreparedMessage(
                1, 2, i, "8496%07d".formatted(i), "VIETTEL", "CANHBAO", text, 1, MessageStatus.READY, EXPIRES, null);
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }
}
