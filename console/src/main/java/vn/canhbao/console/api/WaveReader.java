package vn.canhbao.console.api;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.canhbao.core.calendar.SendingCalendar;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CronRule;
import vn.canhbao.core.campaign.SendingHours;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveChange;
import vn.canhbao.core.campaign.WaveChanges;
import vn.canhbao.core.campaign.WaveStatus;

/** Puts a wave, its window and its proposed change together. */
@Component
class WaveReader {

    private final SendingHours hours;
    private final WaveChanges changes;
    private final Clock clock;

    WaveReader(SendingHours hours, WaveChanges changes, Clock clock) {
        this.hours = hours;
        this.changes = changes;
        this.clock = clock;
    }

    WaveView view(Campaign campaign, Wave wave) {
        Instant now = clock.instant();
        SendingCalendar calendar = hours.of(campaign);
        boolean waits = wave.status() == WaveStatus.SCHEDULED || wave.status() == WaveStatus.WAITING;
        Instant nextAt = waits && wave.cron() != null
                ? CronRule.firstOpen(wave.cron(), calendar, now).orElse(null)
                : null;
        Instant reference = wave.at() == null || wave.at().isBefore(now) ? now : wave.at();
        boolean live = waits || wave.status() == WaveStatus.RUNNING || wave.status() == WaveStatus.PREPARING;
        return new WaveView(
                wave.id(),
                LocalTimes.of(wave.at()),
                wave.cron(),
                wave.status(),
                wave.position(),
                wave.afterPosition(),
                wave.delay(),
                LocalTimes.of(nextAt),
                LocalTimes.of(wave.startedAt()),
                LocalTimes.of(wave.expiresAt()),
                wave.reason(),
                live && calendar != SendingCalendar.ALWAYS
                        ? window(calendar, nextAt == null ? reference : nextAt)
                        : null,
                changes.of(wave.id()).map(WaveReader::change).orElse(null),
                waits && wave.startedAt() == null && wave.firingOf() == null,
                wave.spread(),
                wave.pausedAlone(),
                wave.narrowing());
    }

    private static WaveView.Window window(SendingCalendar calendar, Instant at) {
        boolean open = calendar.isOpen(at);
        return new WaveView.Window(
                calendar.window().hours(),
                open ? null : LocalTimes.of(calendar.nextOpening(at).orElse(null)),
                open ? LocalTimes.of(calendar.closing(at).orElse(null)) : null);
    }

    private static WaveView.Change change(WaveChange change) {
        return new WaveView.Change(
                LocalTimes.of(change.plan().at()),
                change.plan().cron(),
                change.plan().after(),
                change.plan().delay(),
                change.plan().narrowing(),
                change.proposedBy(),
                LocalTimes.of(change.proposedAt()));
    }
}
