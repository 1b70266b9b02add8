package vn.canhbao.core.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.recipient.Msisdn;
import vn.canhbao.core.text.SmsText;

/**
 * Queues our automatic replies as messages like any others: one campaign a day in Viet Nam, with one wave. A wave has a
 * number once, so nobody gets two a day.
 */
@Repository
public class AutomaticReplies {

    private static final Duration VALIDITY = Duration.ofHours(6);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    // Of a reply to somebody whom we never wrote to.
    private static final long NO_RECIPIENT = 0;

    private final JdbcClient jdbc;
    private final Waves waves;
    private final PreparedMessages messages;
    private final Operators operators;
    private final Clock clock;

    private record DayWave(long wave, long campaign, String status) {}

    public AutomaticReplies(JdbcClient jdbc, Waves waves, PreparedMessages messages, Operators operators, Clock clock) {
        this.jdbc = jdbc;
        this.waves = waves;
        this.messages = messages;
        this.operators = operators;
        this.clock = clock;
    }

    /**
     * Queues a text to a number, in the caller's transaction and turn.
     *
     * @return the message; empty: the number got one today, or today's were cancelled
     */
    public Optional<Long> queue(Msisdn to, String text, String senderId, Optional<SentMessage> inReplyTo) {
        DayWave today = today(text, senderId);
        boolean open = today.status().equals("RUNNING") || today.status().equals("PAUSED");
        if (!open || idOf(today.wave(), to).isPresent()) {
            return Optional.empty();
        }
        SmsText sms = SmsText.of(text);
        messages.add(List.of(new PreparedMessage(
                today.wave(),
                today.campaign(),
                inReplyTo.map(SentMessage::recipientId).orElse(NO_RECIPIENT),
                to.digits(),
                operators.of(List.of(to.digits())).get(to.digits()),
                senderId,
                sms.text(),
                sms.segments().size(),
                MessageStatus.READY,
                clock.instant().plus(VALIDITY),
                null)));
        return idOf(today.wave(), to);
    }

    private Optional<Long> idOf(long wave, Msisdn to) {
        return jdbc.sql("SELECT id FROM message WHERE wave_id = ? AND msisdn = ?")
                .params(wave, to.digits())
                .query(Long.class)
                .optional();
    }

    private DayWave today(String text, String senderId) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL);
        String name = "Trả lời tự động " + DAY.format(day);
        return find(name).orElseGet(() -> begin(name, day, text, senderId));
    }

    private Optional<DayWave> find(String name) {
        return jdbc.sql("""
                        SELECT w.id, w.campaign_id, w.status FROM campaign c JOIN wave w ON w.campaign_id = c.id
                        WHERE c.automatic AND c.name = ?
                        """)
                .param(name)
                .query((row, n) -> new DayWave(row.getLong("id"), row.getLong("campaign_id"), row.getString("status")))
                .optional();
    }

    private DayWave begin(String name, LocalDate day, String text, String senderId) {
        Instant now = clock.instant();
        Instant end = day.plusDays(1)
                .atStartOfDay(ClockConfiguration.LOCAL)
                .toInstant()
                .plus(VALIDITY);
        var campaign = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO campaign (name, message_class, text, text_form, source, sender_id, validity_seconds,
                            unanswered_policy, status, created_by, created_at, automatic)
                        VALUES (?, 'DIEU_HANH', ?, 'ACCENTED', 'canhbao.inbound.confirmation-text', ?, ?, 'KEEP', 'RUNNING',
                            'canhbao', ?, TRUE)
                        """)
                .params(name, text, senderId, VALIDITY.toSeconds(), Utc.column(now))
                .update(campaign, "id");
        long campaignId = campaign.getKey().longValue();
        return new DayWave(waves.addRunning(campaignId, end), campaignId, "RUNNING");
    }
}
