package vn.canhbao.console.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.canhbao.core.calendar.DayKind;
import vn.canhbao.core.calendar.SendingCalendar;
import vn.canhbao.core.calendar.SendingWindow;
import vn.canhbao.core.campaign.WavePlan;

class TimetableTest {

    // 20:00 in Viet Nam.
    private static final Instant NOW = Instant.parse("2026-12-01T13:00:00Z");
    private static final Duration WORK = Duration.ofHours(3);

    @Test
    void windowThatClosesHalfwayLetsTheRestWaitForTheMorning() {
        Timetable.Slot slot =
                slots("07:00-22:00", Duration.ofHours(24), WORK, WavePlan.now()).getFirst();

        assertThat(slot.waits()).isFalse();
        assertThat(slot.begins()).isEqualTo(at("2026-12-01T20:00:00+07:00"));
        assertThat(slot.ends()).isEqualTo(at("2026-12-02T08:00:00+07:00"));
        assertThat(slot.late()).isFalse();
    }

    @Test
    void waveAtNightWaitsForItsWindowAndWhatFollowsWaitsForItsEnd() {
        List<Timetable.Slot> slots = slots(
                "07:00-22:00",
                Duration.ofHours(24),
                WORK,
                WavePlan.at(Instant.parse("2026-12-01T16:00:00Z")),
                WavePlan.after(1, Duration.ofMinutes(30)));

        assertThat(slots.getFirst().waits()).isTrue();
        assertThat(slots.getFirst().begins()).isEqualTo(at("2026-12-02T07:00:00+07:00"));
        assertThat(slots.getLast().begins()).isEqualTo(at("2026-12-02T10:00:00+07:00"));
    }

    @Test
    void spreadLongerThanTheWorkTakesItsOwnTime() {
        Timetable.Slot slot = slots(
                        "00:00-24:00",
                        Duration.ofHours(24),
                        WORK,
                        WavePlan.now().spreadOver(Duration.ofHours(5)))
                .getFirst();

        assertThat(slot.ends()).isEqualTo(at("2026-12-02T01:00:00+07:00"));
    }

    @Test
    void shortValidityIsTold() {
        assertThat(slots("07:00-22:00", Duration.ofHours(4), WORK, WavePlan.now())
                        .getFirst()
                        .late())
                .isTrue();
        assertThat(slots("07:00-19:00", Duration.ofHours(4), WORK, WavePlan.now())
                        .getFirst()
                        .missed())
                .isTrue();
    }

    @Test
    void dayOffIsPassedOver() {
        var calendar = new SendingCalendar(
                SendingWindow.parse("07:00-19:00", "closed"), Map.of(LocalDate.of(2026, 12, 2), DayKind.DAY_OFF));

        Timetable.Slot slot = new Timetable(calendar, Duration.ofDays(3), Clock.fixed(NOW, ZoneOffset.UTC))
                .of(List.of(WavePlan.now()), List.of(WORK))
                .getFirst();

        assertThat(slot.begins()).isEqualTo(at("2026-12-03T07:00:00+07:00"));
    }

    private static List<Timetable.Slot> slots(String hours, Duration validity, Duration work, WavePlan... plans) {
        var calendar = new SendingCalendar(SendingWindow.parse(hours, "as-usual"), Map.of());
        return new Timetable(calendar, validity, Clock.fixed(NOW, ZoneOffset.UTC))
                .of(List.of(plans), java.util.Collections.nCopies(plans.length, work));
    }

    private static OffsetDateTime at(String time) {
        return OffsetDateTime.parse(time);
    }
}
