package vn.canhbao.core.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.canhbao.core.calendar.SendingCalendar;

/** What becomes of a wave whose time has come: pure, from its calendar, its due time, its validity and the instant. */
public sealed interface WaveTiming {

    /** No submit_sm after this. */
    Instant expiresAt();

    /** It begins now. */
    record Begins(Instant expiresAt) implements WaveTiming {}

    /** Its window is closed: it begins by itself when it opens. */
    record Waits(Instant opening, Instant expiresAt) implements WaveTiming {}

    /** It can't be sent any more. */
    record Missed(Instant expiresAt, String reason) implements WaveTiming {}

    static WaveTiming of(SendingCalendar calendar, Instant due, Duration validity, Instant now) {
        Instant expiresAt = due.plus(validity);
        if (!now.isBefore(expiresAt)) {
            return new Missed(
                    expiresAt,
                    "giờ gửi " + LocalTimes.format(due) + ", hết hiệu lực " + LocalTimes.format(expiresAt)
                            + ", trước khi gửi được (its validity was over before it could be sent)");
        }
        if (calendar.isOpen(now)) {
            return new Begins(expiresAt);
        }
        Optional<Instant> opening = calendar.nextOpening(now);
        if (opening.isEmpty() || !opening.get().isBefore(expiresAt)) {
            return new Missed(expiresAt, reopensTooLate(calendar, opening, expiresAt));
        }
        return new Waits(opening.get(), expiresAt);
    }

    /** In words, for drafts, approvals and missed waves. */
    static String reopensTooLate(SendingCalendar calendar, Optional<Instant> opening, Instant expiresAt) {
        String hours = "khung giờ " + calendar.window().hours();
        return opening.map(at -> hours + " mở lại lúc " + LocalTimes.format(at) + ", sau khi hết hiệu lực "
                        + LocalTimes.format(expiresAt) + " (the window reopens after the validity)")
                .orElse(hours + " không mở lần nào nữa (the window never opens)");
    }
}
