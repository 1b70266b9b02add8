package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.calendar.DayKind;
import vn.canhbao.core.calendar.Holiday;
import vn.canhbao.core.calendar.HolidayDesk;
import vn.canhbao.core.calendar.Holidays;
import vn.canhbao.core.calendar.MissingHolidays;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.NotFound;

/** The holiday table, year by year. */
@RestController
@RequestMapping("/api/v1/holidays")
class HolidayApi {

    private final Holidays holidays;
    private final HolidayDesk desk;
    private final Clock clock;

    HolidayApi(Holidays holidays, HolidayDesk desk, Clock clock) {
        this.holidays = holidays;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * A year's table; one year is one page.
     *
     * @param missing lunar holidays that nobody has entered yet
     */
    record Year(int year, List<Holiday> items, List<String> missing) {}

    /** What is changed of a day. */
    record DayInput(LocalDate date, String name, DayKind kind) {}

    @GetMapping
    Year ofYear(@RequestParam(required = false) Integer year) {
        int asked = year == null
                ? LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL).getYear()
                : year;
        List<Holiday> items = holidays.ofYear(asked);
        return new Year(asked, items, MissingHolidays.in(items));
    }

    @GetMapping("/{date}")
    Holiday one(@PathVariable LocalDate date) {
        return holidays.find(date)
                .orElseThrow(() -> new NotFound("Ngày " + date + " không có trong bảng (no line for this day)"));
    }

    @PostMapping
    ResponseEntity<Holiday> add(@RequestBody DayInput input, Principal admin) {
        if (input.date() != null && holidays.find(input.date()).isPresent()) {
            throw new ConflictingState(
                    "Ngày " + input.date() + " đã có trong bảng; sửa bằng PATCH (change it with PATCH)");
        }
        Holiday added = desk.put(input.date(), input.name(), input.kind(), admin.getName());
        return ResponseEntity.created(URI.create("/api/v1/holidays/" + added.date()))
                .body(added);
    }

    @PatchMapping("/{date}")
    Holiday change(@PathVariable LocalDate date, @RequestBody DayInput input, Principal admin) {
        Holiday before = one(date);
        return desk.put(
                date,
                input.name() == null ? before.name() : input.name(),
                input.kind() == null ? before.kind() : input.kind(),
                admin.getName());
    }

    @DeleteMapping("/{date}")
    ResponseEntity<Void> remove(@PathVariable LocalDate date, Principal admin) {
        desk.remove(date, admin.getName());
        return ResponseEntity.noContent().build();
    }
}
