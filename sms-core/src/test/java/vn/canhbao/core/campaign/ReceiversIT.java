package vn.canhbao.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.StoredWave;

/** Whom a correction addresses. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReceiversIT {

    final TestDatabase.Opened database;
    final AudienceMembers members;
    final StoredWave first;

    ReceiversIT(TestDatabase kind) {
        database = kind.open();
        members = new AudienceMembers(database.jdbc());
        first = StoredWave.in(database);
        // One person and message for each state, and one who was never addressed.
        for (MessageStatus status : MessageStatus.values()) {
            String msisdn = "8496%07d".formatted(status.ordinal());
            recipient(msisdn);
            message(msisdn, status);
        }
        recipient("84969999999");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoseMessageMayHaveBeenTakenGetsTheCorrectionAndNobodyElse() {
        assertThat(receivers())
                .containsExactlyInAnyOrder(
                        MessageStatus.CLAIMED,
                        MessageStatus.SUBMITTED,
                        MessageStatus.UNANSWERED,
                        MessageStatus.DELIVERED,
                        MessageStatus.PARTLY_DELIVERED,
                        MessageStatus.UNKNOWN);
        assertThat(members.count(Audience.whoMayHaveReceived(first.campaign()))).isEqualTo(6);
    }

    @Test
    void whoGotPartOfALongMessageGetsItTooUnlessTheReceiptSaysThatItWasNotDelivered() {
        database.jdbc()
                .sql("UPDATE message SET submitted_at = ?")
                .param(Utc.column(StoredWave.NOW))
                .update();

        assertThat(receivers())
                .contains(MessageStatus.READY, MessageStatus.DELAYED, MessageStatus.CANCELLED, MessageStatus.SUPPRESSED)
                .doesNotContain(MessageStatus.FAILED, MessageStatus.EXPIRED);
        assertThat(members.count(Audience.whoMayHaveReceived(first.campaign()))).isEqualTo(10);
    }

    @Test
    void pagesComeInTheOrderOfRecipientIds() {
        Audience audience = Audience.whoMayHaveReceived(first.campaign());
        List<Member> page = members.page(audience, 0, Long.MAX_VALUE, 4);
        List<Member> rest = members.page(audience, page.getLast().recipientId(), Long.MAX_VALUE, 4);

        assertThat(page).hasSize(4).isSortedAccordingTo((a, b) -> Long.compare(a.recipientId(), b.recipientId()));
        assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(page);
    }

    private List<MessageStatus> receivers() {
        return members.page(Audience.whoMayHaveReceived(first.campaign()), 0, Long.MAX_VALUE, 100).stream()
                .map(member ->
                        MessageStatus.values()[Integer.parseInt(member.msisdn().substring(4))])
                .toList();
    }

    private void recipient(String msisdn) {
        database.jdbc()
                .sql("INSERT INTO recipient (msisdn, full_name, created_at, updated_at) VALUES (?, 'x', ?, ?)")
                .params(msisdn, Utc.column(StoredWave.NOW), Utc.column(StoredWave.NOW))
                .update();
    }

    private void message(String msisdn, MessageStatus status) {
        new PreparedMessages(database.jdbcTemplate()).add(List.of(first.message(msisdn, "x", 1)));
        database.jdbc()
                .sql("UPDATE message SET status = ? WHERE msisdn = ?")
                .params(status.name(), msisdn)
                .update();
    }
}
