package vn.canhbao.report.schedule;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.report.ReportPeriod;

/** Sets when reports are made and whom they are mailed to. */
@Component
@Transactional
public class ReportScheduleDesk {

    /** What mail servers accept without quoting; an address that is longer or stranger is refused. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private static final int LONGEST_ADDRESS = 254;
    private static final int MOST_ADDRESSES = 50;

    private final ReportSchedules schedules;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    public ReportScheduleDesk(ReportSchedules schedules, AuditTrail audit, ApplicationEventPublisher events) {
        this.schedules = schedules;
        this.audit = audit;
        this.events = events;
    }

    /** What people enter; {@code time} as {@code 07:30}. */
    public record Input(Boolean enabled, Integer day, String time, List<String> addressees) {}

    /** Sets one schedule; {@link InvalidInput} names every field that is wrong. */
    public ReportSchedule set(ReportPeriod.Kind kind, Input input, String person) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!ReportSchedule.KINDS.contains(kind)) {
            problems.add(new FieldProblem("kind", "phải là MONTH, QUARTER hoặc YEAR (must be one of these)"));
        }
        if (input.day() == null || input.day() < 1 || input.day() > 28) {
            problems.add(new FieldProblem("day", "ngày phải từ 1 đến 28, để tháng nào cũng có (a day from 1 to 28)"));
        }
        LocalTime time = time(input.time(), problems);
        List<String> addressees = addressees(input.addressees(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        boolean enabled = Boolean.TRUE.equals(input.enabled());
        ReportSchedule schedule = new ReportSchedule(kind, enabled, input.day(), time, addressees, null);
        schedules.put(schedule, person);
        audit.record(
                person,
                "REPORT_SCHEDULE_SET",
                "report schedule " + kind,
                (enabled ? "on, day " : "off, day ") + input.day() + " at " + time + ", " + addressees.size()
                        + " addressees");
        events.publishEvent(new ReportScheduleChanged(kind));
        return schedules.get(kind);
    }

    /** The addresses on these lines, comma, semicolon or blank between them; {@link InvalidInput} names what is none. */
    public static List<String> addresses(List<String> lines) {
        List<FieldProblem> problems = new ArrayList<>();
        List<String> addresses = addressees(lines, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return addresses;
    }

    private static LocalTime time(String text, List<FieldProblem> problems) {
        try {
            return LocalTime.parse(text == null ? "" : text.strip()).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException notOne) {
            problems.add(new FieldProblem("time", "giờ phải viết như 07:30 (a time like 07:30)"));
            return null;
        }
    }

    private static List<String> addressees(List<String> lines, List<FieldProblem> problems) {
        List<String> addresses = lines == null
                ? List.of()
                : lines.stream()
                        .flatMap(String::lines)
                        .flatMap(line -> Pattern.compile("[,;\\s]+").splitAsStream(line))
                        .filter(address -> !address.isEmpty())
                        .distinct()
                        .toList();
        for (String address : addresses) {
            if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
                problems.add(new FieldProblem(
                        "addressees", "“" + address + "” không phải địa chỉ thư điện tử (not an e-mail address)"));
            }
        }
        if (addresses.size() > MOST_ADDRESSES) {
            problems.add(new FieldProblem(
                    "addressees", "nhiều nhất " + MOST_ADDRESSES + " địa chỉ (at most " + MOST_ADDRESSES + ")"));
        }
        return addresses;
    }
}
