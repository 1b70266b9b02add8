package vn.canhbao.console.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.calendar.DayKind;
import vn.canhbao.core.calendar.Holiday;
import vn.canhbao.core.calendar.HolidayDesk;
import vn.canhbao.core.calendar.Holidays;
import vn.canhbao.core.calendar.MissingHolidays;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.SendingHours;
import vn.canhbao.core.problem.InvalidInput;

/** The sending windows and the holiday table of a year, which administrators edit. */
@Controller
@RequestMapping("/holidays")
class HolidayPages {

    private final Holidays holidays;
    private final HolidayDesk desk;
    private final SendingHours hours;
    private final Clock clock;

    HolidayPages(Holidays holidays, HolidayDesk desk, SendingHours hours, Clock clock) {
        this.holidays = holidays;
        this.desk = desk;
        this.hours = hours;
        this.clock = clock;
    }

    @GetMapping
    String ofYear(@RequestParam(required = false) Integer year, Model model) {
        int shown = year == null
                ? LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL).getYear()
                : year;
        List<Holiday> table = holidays.ofYear(shown);
        model.addAttribute("year", shown);
        model.addAttribute("holidays", table);
        model.addAttribute("missing", MissingHolidays.in(table));
        model.addAttribute("classes", MessageClass.values());
        model.addAttribute("kinds", DayKind.values());
        model.addAttribute("hours", hours);
        return "holidays";
    }

    @PostMapping
    String put(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam String name,
            @RequestParam DayKind kind,
            Principal admin,
            Model model,
            HttpServletResponse response) {
        try {
            return back(desk.put(date, name, kind, admin.getName()).date());
        } catch (InvalidInput invalid) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", invalid.problems());
            return ofYear(date == null ? null : date.getYear(), model);
        }
    }

    @PostMapping("/{date}/remove")
    String remove(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date, Principal admin) {
        desk.remove(date, admin.getName());
        return back(date);
    }

    private static String back(LocalDate date) {
        return "redirect:/holidays?year=" + date.getYear();
    }
}
