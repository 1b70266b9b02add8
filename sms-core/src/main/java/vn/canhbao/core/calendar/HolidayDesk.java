package vn.canhbao.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

/** Changes the holiday table: checked, audited, published as {@link HolidaysChanged}. */
@Component
@Transactional
public class HolidayDesk {

    private static final int NAME_LENGTH = 200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Holidays holidays;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    public HolidayDesk(Holidays holidays, AuditTrail audit, ApplicationEventPublisher events) {
        this.holidays = holidays;
        this.audit = audit;
        this.events = events;
    }

    /** Adds the day, or changes what its line says. */
    public Holiday put(LocalDate date, String name, DayKind kind, String actor) {
        List<FieldProblem> problems = new ArrayList<>();
        if (date == null || date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            problems.add(new FieldProblem("date", "nhập ngày như 2027-02-06 (a date like 2027-02-06)"));
        }
        if (name == null || name.isBlank() || name.length() > NAME_LENGTH) {
            problems.add(
                    new FieldProblem("name", "nhập tên ngày, nhiều nhất 200 ký tự (a name, at most 200 characters)"));
        }
        if (kind == null) {
            problems.add(new FieldProblem("kind", "chọn DAY_OFF hoặc WORKING_DAY (choose one)"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        Holiday holiday = new Holiday(date, name.strip(), kind);
        holidays.put(holiday, actor);
        changed(actor, "HOLIDAY_SET", date, kind + " " + holiday.name());
        return holiday;
    }

    public void remove(LocalDate date, String actor) {
        if (!holidays.remove(date)) {
            throw new NotFound("Ngày " + date + " không có trong bảng ngày nghỉ (no line for this day)");
        }
        changed(actor, "HOLIDAY_REMOVED", date, null);
    }

    private void changed(String actor, String action, LocalDate date, String detail) {
        audit.record(actor, action, "holiday " + date, detail);
        events.publishEvent(new HolidaysChanged());
    }
}
