package vn.canhbao.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.problem.NotFound;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class MessageStoriesIT {

    private static final Instant SENT = StoredWave.NOW;

    private final TestDatabase kind;

    MessageStoriesIT(TestDatabase kind) {
        this.kind = kind;
    }

    @Test
    void receiptsOfItsSegmentsAreFoundAmongThoseOfOthersByTheTimeTheyCame() {
        try (TestDatabase.Opened database = kind.open()) {
            StoredWave.in(database).withMessages(1, "x", 1);
            for (int i = 0; i < 40; i++) {
                receipt(database, SENT.plusSeconds(i * 60L), "other" + i, "viettel", "DELIVERED", "id:other");
            }
            long id = database.jdbc()
                    .sql("SELECT MAX(id) FROM message")
                    .query(Long.class)
                    .single();
            database.jdbc()
                    .sql("""
                            INSERT INTO message_segment (message_id, segment_no, link, smsc_message_id, id_key, command_status,
                                submitted_at, receipt_state, receipt_error, receipt_at)
                            VALUES (?, 1, 'viettel', 'AB', 'other20', 0, ?, 'DELIVERED', '000', ?)
                            """)
                    .params(id, Utc.column(SENT.plusSeconds(1199)), Utc.column(SENT.plusSeconds(1200)))
                    .update();
            receipt(database, SENT.plusSeconds(3000), "other20", "viettel", "DELIVERED", "id:recycled");

            MessageStory story = new MessageStories(database.jdbc()).of(id);

            assertThat(story.segments())
                    .singleElement()
                    .extracting(SegmentStory::smscMessageId)
                    .isEqualTo("AB");
            assertThat(story.receipts()).singleElement().satisfies(receipt -> {
                assertThat(receipt.receivedAt()).isEqualTo(SENT.plusSeconds(1200));
                assertThat(receipt.text()).isEqualTo("id:other");
                assertThat(receipt.tlvs()).isEqualTo("0427000102");
                assertThat(receipt.segment()).isEqualTo(1);
            });
            assertThat(story.receiptsCut()).isFalse();
        }
    }

    @Test
    void messageThatDoesNotExistIsNotFound() {
        try (TestDatabase.Opened database = kind.open()) {
            MessageStories stories = new MessageStories(database.jdbc());

            assertThatThrownBy(() -> stories.of(404)).isInstanceOf(NotFound.class);
        }
    }

    private static void receipt(
            TestDatabase.Opened database, Instant at, String key, String link, String state, String text) {
        database.jdbc()
                .sql("""
                        INSERT INTO receipt_journal (node, link, received_at, source_addr, dest_addr, esm_class, data_coding,
                            short_message, tlvs, smsc_message_id, id_key, state, error)
                        VALUES ('a', ?, ?, '84960000000', 'CANHBAO', 4, 0, ?, ?, ?, ?, ?, '000')
                        """)
                .params(link, Utc.column(at), text.getBytes(), new byte[] {4, 0x27, 0, 1, 2}, key, key, state)
                .update();
    }
}
