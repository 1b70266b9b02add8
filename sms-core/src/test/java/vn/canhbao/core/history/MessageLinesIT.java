package vn.canhbao.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.fault.Fault;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.StoredWave;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class MessageLinesIT {

    private final TestDatabase kind;
    private TestDatabase.Opened database;
    private StoredWave wave;
    private MessageLines lines;

    MessageLinesIT(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        database = kind.open();
        wave = StoredWave.in(database).withMessages(9, "x", 1);
        lines = new MessageLines(database.jdbc());
        set("status = 'DELIVERED'", "msisdn >= '84960000005'");
        set("status = 'FAILED', segments = 2", "msisdn IN ('84960000001', '84960000003')");
        set("operator_code = 'MOBIFONE'", "msisdn IN ('84960000003', '84960000008')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void pagesTogetherAreTheWholeListOnceAndFailedOnesComeFirst() {
        List<String> seen = new ArrayList<>();
        List<MessageLine> page = lines.page(wave.campaign(), MessageFilter.ALL, null, 2);
        while (!page.isEmpty()) {
            page.forEach(line -> seen.add(line.msisdn().substring(10)));
            page = lines.page(
                    wave.campaign(),
                    MessageFilter.ALL,
                    MessageCursor.of(page.getLast().cursor().code()).orElseThrow(),
                    2);
        }

        assertThat(seen).startsWith("3", "1").hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void filtersByStateOperatorAndUnitHoldTogether() {
        database.jdbc()
                .sql(
                        "INSERT INTO unit (id, name, kind, created_at) VALUES (7, 'Xã Đông', 'COMMUNE', CURRENT_TIMESTAMP)")
                .update();
        database.jdbc()
                .sql(
                        "INSERT INTO recipient (id, msisdn, full_name, unit_id, created_at, updated_at) VALUES (42, '84960000008', 'A', 7, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
                .update();
        set("recipient_id = 42", "msisdn = '84960000008'");

        assertThat(numbers(new MessageFilter(null, MessageStatus.DELIVERED, "MOBIFONE", null, null)))
                .containsExactly("84960000008");
        assertThat(numbers(new MessageFilter(null, null, null, null, 7L))).containsExactly("84960000008");
        assertThat(numbers(new MessageFilter(wave.wave() + 1, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void reasonIsTheRefusalOfASegmentOrElseWhatAReceiptSaid() {
        segment("84960000001", 1, 0, "UNDELIVERABLE", "006");
        segment("84960000003", 1, 0, "DELIVERED", "000");
        segment("84960000003", 2, 11, null, null);

        assertThat(numbers(because(new Fault(MessageStatus.FAILED, 11, null, null))))
                .containsExactly("84960000003");
        assertThat(numbers(because(new Fault(MessageStatus.FAILED, null, "UNDELIVERABLE", "006"))))
                .containsExactly("84960000001");
        assertThat(numbers(because(new Fault(MessageStatus.FAILED, null, null, null))))
                .isEmpty();
    }

    @Test
    void mangledCursorBeginsAnew() {
        assertThat(MessageCursor.of("1~NONSENSE~VIETTEL~1~1")).isEmpty();
        assertThat(MessageCursor.of("'; DROP TABLE message")).isEmpty();
        assertThat(MessageCursor.of(null)).isEmpty();
    }

    private static MessageFilter because(Fault fault) {
        return new MessageFilter(null, null, null, fault, null);
    }

    private List<String> numbers(MessageFilter filter) {
        return lines.page(wave.campaign(), filter, null, 100).stream()
                .map(MessageLine::msisdn)
                .toList();
    }

    private void set(String values, String where) {
        database.jdbc().sql("UPDATE message SET " + values + " WHERE " + where).update();
    }

    private void segment(String msisdn, int number, int commandStatus, String state, String error) {
        database.jdbc()
                .sql("""
                        INSERT INTO message_segment (message_id, segment_no, link, command_status, submitted_at, receipt_state,
                            receipt_error)
                        SELECT id, ?, 'viettel', ?, CURRENT_TIMESTAMP, ?, ? FROM message WHERE msisdn = ?
                        """)
                .params(number, commandStatus, state, error, msisdn)
                .update();
    }
}
