package vn.canhbao.console.estimate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.calendar.SendingCalendar;
import vn.canhbao.core.campaign.CronRule;
import vn.canhbao.core.campaign.WavePlan;

/** When the waves of a campaign begin and end, its sending window and their spread counted in: pure but for the clock. */
public final class Timetable {

    private final SendingCalendar calendar;
    private final Duration validity;
    private final Clock clock;

    public Timetable(SendingCalendar calendar, Duration validity, Clock clock) {
        this.calendar = calendar;
        this.validity = validity;
        this.clock = clock;
    }

    /**
     * A wave in time, in Vietnamese time.
     *
     * @param due when it is to begin; for one that goes out on approval, as if that were now; {@code null} where that is
     *     not known
     * @param begins when its window lets it; {@code null} where it never does in its validity
     * @param ends when the last message is handed over; what the window cuts off goes on when it opens again
     * @param recurs this is its next time
     * @param late it would not be over when its validity is
     */
    public record Slot(
            int position,
            OffsetDateTime due,
            OffsetDateTime begins,
            OffsetDateTime ends,
            boolean recurs,
            boolean late) {

        /** Its time comes outside its window. */
        public boolean waits() {
            return begins != null && begins.isAfter(due);
        }

        public boolean missed() {
            return due != null && begins == null;
        }
    }

    /**
     * In their order.
     *
     * @param work what the links need for each wave; shorter than its spread, it takes that
     */
    public List<Slot> of(List<WavePlan> plans, List<Duration> work) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            slots.add(slot(plans.get(i), i + 1, work.get(i), slots));
        }
        return slots;
    }

    private Slot slot(WavePlan plan, int position, Duration work, List<Slot> earlier) {
        Optional<Instant> due = due(plan, earlier);
        if (due.isEmpty()) {
            return new Slot(position, null, null, null, plan.cron() != null, false);
        }
        Instant expires = due.get().plus(validity);
        Optional<Instant> begins = calendar.nextOpening(due.get()).filter(opening -> opening.isBefore(expires));
        Duration needed = plan.spread() != null && plan.spread().compareTo(work) > 0 ? plan.spread() : work;
        Optional<Instant> ends = begins.flatMap(start -> end(start, needed));
        return new Slot(
                position,
                local(due.get()),
                begins.map(Timetable::local).orElse(null),
                ends.map(Timetable::local).orElse(null),
                plan.cron() != null,
                begins.isPresent() && ends.filter(end -> !end.isAfter(expires)).isEmpty());
    }

    private Optional<Instant> due(WavePlan plan, List<Slot> earlier) {
        if (plan.cron() != null) {
            return CronRule.firstOpen(plan.cron(), calendar, clock.instant());
        }
        if (plan.after() == null) {
            Instant now = clock.instant();
            return Optional.of(plan.at() == null || plan.at().isBefore(now) ? now : plan.at());
        }
        if (plan.after() < 1
                || plan.after() > earlier.size()
                || earlier.get(plan.after() - 1).ends() == null) {
            return Optional.empty();
        }
        Slot first = earlier.get(plan.after() - 1);
        Instant delayed = first.begins().toInstant().plus(plan.delay());
        Instant over = first.ends().toInstant();
        return Optional.of(delayed.isAfter(over) ? delayed : over);
    }

    private Optional<Instant> end(Instant begins, Duration needed) {
        Instant from = begins;
        Duration left = needed;
        while (true) {
            Optional<Instant> closing = calendar.closing(from);
            if (closing.isEmpty() || !from.plus(left).isAfter(closing.get())) {
                return Optional.of(from.plus(left));
            }
            left = left.minus(Duration.between(from, closing.get()));
            Optional<Instant> opening = calendar.nextOpening(closing.get());
            if (opening.isEmpty()) {
                return opening;
            }
            from = opening.get();
        }
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(ClockConfiguration.LOCAL).toOffsetDateTime();
    }
}
