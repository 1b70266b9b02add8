package vn.canhbao.core.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;

/**
 * Gives this year and the next one their fixed holidays (Labour Code 2019, Art. 112), once; what an administrator removes
 * stays removed. Says every day which lunar ones nobody has entered.
 */
@Component
class HolidayYears {

    private static final Logger log = LoggerFactory.getLogger(HolidayYears.class);

    private static final Map<MonthDay, String> FIXED = new TreeMap<>(Map.of(
            MonthDay.of(1, 1), "Tết Dương lịch",
            MonthDay.of(4, 30), "Ngày Chiến thắng 30/4",
            MonthDay.of(5, 1), "Quốc tế Lao động 1/5",
            MonthDay.of(9, 2), "Quốc khánh 2/9"));

    // The next year's days off are announced in the last quarter.
    private static final int ANNOUNCED_FROM_MONTH = 10;

    private final Holidays holidays;
    private final Clock clock;

    HolidayYears(Holidays holidays, Clock clock) {
        this.holidays = holidays;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 30 7 * * *", zone = "Asia/Ho_Chi_Minh")
    void look() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL);
        fill(today.getYear());
        fill(today.getYear() + 1);
        if (today.getMonthValue() >= ANNOUNCED_FROM_MONTH) {
            warn(today.getYear() + 1);
        }
    }

    private void fill(int year) {
        if (holidays.beginYear(year)) {
            FIXED.forEach((day, name) -> holidays.put(new Holiday(day.atYear(year), name, DayKind.DAY_OFF), "canhbao"));
        }
    }

    private void warn(int year) {
        List<String> missing = MissingHolidays.in(holidays.ofYear(year));
        if (!missing.isEmpty()) {
            log.warn(
                    "Bảng ngày nghỉ năm {} còn thiếu {}: quản trị nhập ở trang /holidays (the holiday table lacks them, enter them there)",
                    year,
                    String.join(", ", missing));
        }
    }
}
