package vn.canhbao.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.message.StoredWave.NOW;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.recipient.Msisdn;
import vn.canhbao.core.recipient.Suppressions;
import vn.canhbao.core.recipient.TestKey;

/** A number suppressed after its message was prepared gets none, wherever the message waits. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SuppressedClaimsIT {

    final TestDatabase.Opened database;
    final StoredWave stored;
    final DelayedMessages delayed;

    SuppressedClaimsIT(TestDatabase kind) {
        database = kind.open();
        stored = StoredWave.in(database).withMessages(3, "x", 1);
        delayed = new DelayedMessages(new NamedParameterJdbcTemplate(database.dataSource()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aReadyMessageIsNotClaimed() {
        suppress("84960000001");

        assertThat(stored.claim(10)).extracting(ClaimedMessage::msisdn).containsExactly("84960000000", "84960000002");
        assertThat(stored.tally().suppressed()).isEqualTo(1);
    }

    @Test
    void aDelayedMessageIsNotClaimedEither() {
        delay();
        suppress("84960000001");

        assertThat(claimDelayed()).containsExactlyInAnyOrder("84960000000", "84960000002");
        assertThat(stored.tally().suppressed()).isEqualTo(1);
        assertThat(stored.tally().pending()).as("the claimed ones").isEqualTo(2);
        assertThat(delayed.earliest()).as("none waits any more").isEmpty();
    }

    @Test
    void delayedMessagesToSuppressedNumbersAloneAreAllSettled() {
        delay();
        List.of("84960000000", "84960000001", "84960000002").forEach(this::suppress);

        assertThat(claimDelayed()).isEmpty();
        assertThat(stored.tally().suppressed()).isEqualTo(3);
        assertThat(delayed.earliest()).isEmpty();
    }

    @Test
    void theConfirmationOfARefusalIsSentAfterADelayToo() {
        database.jdbc().sql("UPDATE campaign SET automatic = TRUE").update();
        delay();
        suppress("84960000001");

        assertThat(claimDelayed()).hasSize(3);
        assertThat(stored.tally().suppressed()).isZero();
    }

    private void delay() {
        delayed.add(stored.claim(10).stream()
                .map(message ->
                        new MessageDelay(message.id(), message.waveId(), "viettel", NOW, MessageDelay.Reason.RETRY))
                .toList());
        database.jdbc().sql("UPDATE message SET status = 'DELAYED'").update();
    }

    private List<String> claimDelayed() {
        var taker =
                new DelayedMessages.Taker("node", "viettel", Carries.PUBLIC, List.of("VIETTEL"), List.of(), List.of());
        return delayed.claim(taker, 10, NOW).stream()
                .map(due -> due.message().msisdn())
                .toList();
    }

    private void suppress(String msisdn) {
        new Suppressions(database.jdbc(), TestKey.erased(database), new SettableClock(NOW))
                .add(new Msisdn(msisdn), "REFUSED", null, "quantri");
    }
}
