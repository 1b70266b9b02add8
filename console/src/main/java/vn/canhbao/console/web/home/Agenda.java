package vn.canhbao.console.web.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.calendar.Holiday;
import vn.canhbao.core.calendar.Holidays;
import vn.canhbao.core.calendar.SendingCalendar;
import vn.canhbao.core.campaign.CronRule;
import vn.canhbao.core.campaign.PlannedWaves;
import vn.canhbao.core.campaign.PlannedWaves.Planned;
import vn.canhbao.core.campaign.SendingHours;

/** What is sent in the next 14 days, day by day, and what has no time yet. */
@Component
class Agenda {

    private static final int DAYS = 14;

    /** A wave that recurs every minute would fill the page. */
    private static final int MOST_FIRINGS = 20;

    private final PlannedWaves planned;
    private final Holidays holidays;
    private final SendingHours hours;
    private final Clock clock;

    Agenda(PlannedWaves planned, Holidays holidays, SendingHours hours, Clock clock) {
        this.planned = planned;
        this.holidays = holidays;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * The agenda.
     *
     * @param untimed waves that go out on approval or after another one
     */
    record View(List<AgendaDay> days, List<Planned> untimed) {

        public boolean isEmpty() {
            return untimed.isEmpty()
                    && days.stream().allMatch(day -> day.entries().isEmpty());
        }
    }

    View view() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ClockConfiguration.LOCAL);
        Instant end =
                today.plusDays(DAYS).atStartOfDay(ClockConfiguration.LOCAL).toInstant();
        List<Planned> coming = planned.dueBy(end);
        Map<LocalDate, List<AgendaDay.Entry>> entries = new TreeMap<>();
        for (Planned one : coming) {
            for (AgendaDay.Entry entry : entries(one, now, end)) {
                LocalDate date = LocalDate.ofInstant(entry.at(), ClockConfiguration.LOCAL);
                entries.computeIfAbsent(date.isBefore(today) ? today : date, day -> new ArrayList<>())
                        .add(entry);
            }
        }
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = today.plusDays(day);
            if (holidays.find(date).isPresent()) {
                entries.computeIfAbsent(date, any -> new ArrayList<>());
            }
        }
        List<AgendaDay> days = entries.entrySet().stream()
                .map(day -> {
                    day.getValue().sort(Comparator.comparing(AgendaDay.Entry::at));
                    return new AgendaDay(day.getKey(), name(day.getKey()), day.getValue());
                })
                .toList();
        return new View(
                days,
                coming.stream()
                        .filter(one -> one.wave().at() == null && one.wave().cron() == null)
                        .toList());
    }

    private List<AgendaDay.Entry> entries(Planned one, Instant now, Instant end) {
        SendingCalendar calendar = hours.of(one.campaign());
        List<AgendaDay.Entry> entries = new ArrayList<>();
        if (one.wave().cron() != null) {
            Optional<Instant> firing = CronRule.firstOpen(one.wave().cron(), calendar, now);
            while (firing.filter(at -> at.isBefore(end)).isPresent() && entries.size() < MOST_FIRINGS) {
                entries.add(new AgendaDay.Entry(
                        firing.get(), null, one.campaign(), one.wave().position(), true));
                firing = CronRule.firstOpen(one.wave().cron(), calendar, firing.get());
            }
        } else if (one.wave().at() != null) {
            Instant at = one.wave().at();
            Instant asked = at.isBefore(now) ? now.plus(Duration.ofMillis(1)) : at;
            Instant opens =
                    calendar.isOpen(asked) ? null : calendar.nextOpening(asked).orElse(null);
            entries.add(
                    new AgendaDay.Entry(at, opens, one.campaign(), one.wave().position(), false));
        }
        return entries;
    }

    private String name(LocalDate date) {
        return holidays.find(date).map(Holiday::name).orElse(null);
    }
}
