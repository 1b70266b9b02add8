package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.archive.ReportPost;
import vn.canhbao.report.schedule.ReportSchedule;
import vn.canhbao.report.schedule.ReportScheduleDesk;
import vn.canhbao.report.schedule.ReportSchedules;

/** The settings of reports that are made by themselves. */
@Controller
@RequestMapping("/report-schedules")
class ReportSchedulePages {

    private final ReportSchedules schedules;
    private final ReportScheduleDesk desk;
    private final ReportPost post;

    ReportSchedulePages(ReportSchedules schedules, ReportScheduleDesk desk, ReportPost post) {
        this.schedules = schedules;
        this.desk = desk;
        this.post = post;
    }

    /** One schedule as the page shows it, as typed if it was refused. */
    record Shown(String kind, boolean enabled, String day, String time, String addressees, String failure) {

        static Shown of(ReportSchedule schedule) {
            return new Shown(
                    schedule.kind().name(),
                    schedule.enabled(),
                    Integer.toString(schedule.day()),
                    schedule.time().toString(),
                    String.join("\n", schedule.addressees()),
                    schedule.failure());
        }
    }

    @GetMapping
    ModelAndView all() {
        return page(schedules.all().stream().map(Shown::of).toList(), HttpStatus.OK);
    }

    @PostMapping("/{name}")
    ModelAndView set(
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean enabled,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String addressees,
            Principal admin) {
        ReportPeriod.Kind kind = ReportSchedule.KINDS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("Không có lịch này (no such schedule)"));
        try {
            Integer number = day.matches("\\d{1,3}") ? Integer.valueOf(day) : null;
            desk.set(kind, new ReportScheduleDesk.Input(enabled, number, time, List.of(addressees)), admin.getName());
            return new ModelAndView("redirect:/report-schedules");
        } catch (InvalidInput invalid) {
            Shown typed = new Shown(name, enabled, day, time, addressees, null);
            ModelAndView again = page(
                    schedules.all().stream()
                            .map(schedule -> schedule.kind() == kind ? typed : Shown.of(schedule))
                            .toList(),
                    HttpStatus.BAD_REQUEST);
            again.addObject("errors", invalid.problems());
            again.addObject("wrong", name);
            return again;
        }
    }

    private ModelAndView page(List<Shown> shown, HttpStatus status) {
        ModelAndView page = new ModelAndView("report-schedules", status);
        page.addObject("schedules", shown);
        page.addObject("mailConfigured", post.configured());
        return page;
    }
}
