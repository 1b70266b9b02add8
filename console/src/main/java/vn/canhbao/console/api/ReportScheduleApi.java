package vn.canhbao.console.api;

import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.schedule.ReportSchedule;
import vn.canhbao.report.schedule.ReportScheduleDesk;
import vn.canhbao.report.schedule.ReportSchedules;

/** When the reports of each month, quarter and year are made, and whom they are mailed to. */
@RestController
@RequestMapping("/api/v1/report-schedules")
class ReportScheduleApi {

    private final ReportSchedules schedules;
    private final ReportScheduleDesk desk;

    ReportScheduleApi(ReportSchedules schedules, ReportScheduleDesk desk) {
        this.schedules = schedules;
        this.desk = desk;
    }

    /** A schedule; {@code name} is MONTH, QUARTER or YEAR, {@code time} in Viet Nam. */
    record View(String name, boolean enabled, int day, String time, List<String> addressees, String failure) {

        static View of(ReportSchedule schedule) {
            return new View(
                    schedule.kind().name(),
                    schedule.enabled(),
                    schedule.day(),
                    schedule.time().toString(),
                    schedule.addressees(),
                    schedule.failure());
        }
    }

    @GetMapping
    List<View> all() {
        return schedules.all().stream().map(View::of).toList();
    }

    @PutMapping("/{name}")
    View set(@PathVariable String name, @RequestBody ReportScheduleDesk.Input input, Principal admin) {
        return View.of(desk.set(kind(name), input, admin.getName()));
    }

    private static ReportPeriod.Kind kind(String name) {
        return ReportSchedule.KINDS.stream()
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("Lịch báo cáo là MONTH, QUARTER hoặc YEAR (no schedule " + name + ")"));
    }
}
