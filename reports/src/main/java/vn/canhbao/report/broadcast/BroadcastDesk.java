package vn.canhbao.report.broadcast;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotAllowed;

/** What people do with broadcasts; each command is checked and lands in the audit trail. */
@Component
@Transactional
public class BroadcastDesk {

    private static final int MOST_AREAS = 500;

    private final Broadcasts broadcasts;
    private final Operators operators;
    private final AuditTrail audit;
    private final Clock clock;

    public BroadcastDesk(Broadcasts broadcasts, Operators operators, AuditTrail audit, Clock clock) {
        this.broadcasts = broadcasts;
        this.operators = operators;
        this.audit = audit;
        this.clock = clock;
    }

    /** Stores a checked draft; {@link InvalidInput} names every field that is wrong. */
    public Broadcast draft(BroadcastRequest written, String author) {
        BroadcastRequest request = checked(written);
        long id = broadcasts.add(request, author, clock.instant());
        record(author, "BROADCAST_DRAFTED", id, request.operator() + ": " + request.topic());
        return broadcasts.get(id);
    }

    public Broadcast change(long id, BroadcastRequest written, String author) {
        broadcasts.get(id);
        BroadcastRequest request = checked(written);
        if (!broadcasts.change(id, request, author)) {
            throw impossible(id, "sửa (change)");
        }
        record(author, "BROADCAST_CHANGED", id, request.operator() + ": " + request.topic());
        return broadcasts.get(id);
    }

    public Broadcast submit(long id, String author) {
        return move(id, BroadcastStatus.SUBMITTED, "trình duyệt (submit)", "BROADCAST_SUBMITTED", author);
    }

    /** By another person than its author; {@link NotAllowed} otherwise. */
    public Broadcast approve(long id, String approver) {
        requireAnotherPerson(id, approver);
        move(id, BroadcastStatus.APPROVED, "duyệt (approve)", "BROADCAST_APPROVED", approver);
        broadcasts.decided(id, approver, clock.instant(), null);
        return broadcasts.get(id);
    }

    /** Sends it back to its author, with a reason. */
    public Broadcast reject(long id, String approver, String reason) {
        requireAnotherPerson(id, approver);
        if (reason == null || reason.isBlank()) {
            throw InvalidInput.of("reason", "nêu lý do từ chối để người soạn sửa (a reason is needed)");
        }
        if (broadcasts.get(id).status() != BroadcastStatus.SUBMITTED) {
            throw impossible(id, "từ chối (reject)");
        }
        move(id, BroadcastStatus.DRAFT, "từ chối (reject)", "BROADCAST_REJECTED", approver);
        broadcasts.decided(id, approver, clock.instant(), cut(reason.strip(), 1000));
        return broadcasts.get(id);
    }

    public Broadcast cancel(long id, String person) {
        return move(id, BroadcastStatus.CANCELLED, "hủy (cancel)", "BROADCAST_CANCELLED", person);
    }

    /**
     * Enters the operator's count, or corrects it.
     *
     * @param sentOn when the operator began; {@code null}: as it was asked to
     */
    public Broadcast report(long id, Instant sentOn, List<AreaCount> counts, String person) {
        Broadcast broadcast = broadcasts.get(id);
        List<FieldProblem> problems = problems(counts);
        Instant began = sentOn == null ? broadcast.request().startsAt() : sentOn;
        if (began.isAfter(clock.instant())) {
            problems.add(new FieldProblem("sentOn", "chưa tới thời điểm này (it lies in the future)"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        AreaCount total = AreaCount.total("", counts);
        if (!broadcasts.move(id, BroadcastStatus.REPORTED)) {
            throw impossible(id, "nhập số liệu (enter figures)");
        }
        broadcasts.reported(id, began, counts, person, clock.instant());
        record(
                person,
                "BROADCAST_REPORTED",
                id,
                "sent " + total.sent() + ", delivered " + total.delivered() + ", failed " + total.failed());
        return broadcasts.get(id);
    }

    private BroadcastRequest checked(BroadcastRequest written) {
        BroadcastRequest request = new BroadcastRequest(
                strip(written.operator()),
                strip(written.topic()),
                strip(written.text()),
                strip(written.area()),
                written.startsAt(),
                written.endsAt(),
                strip(written.source()));
        List<FieldProblem> problems = new ArrayList<>();
        if (!operators.displayNames().containsKey(request.operator())
                || request.operator().equals(Operators.UNKNOWN)) {
            problems.add(new FieldProblem("operator", "chọn một nhà mạng (choose an operator)"));
        }
        length(problems, "topic", request.topic(), 200);
        length(problems, "text", request.text(), 1000);
        length(problems, "area", request.area(), 500);
        length(problems, "source", request.source(), 500);
        if (request.startsAt() == null) {
            problems.add(new FieldProblem("startsAt", "cần thời gian bắt đầu (a start is needed)"));
        }
        if (request.endsAt() == null
                || request.startsAt() != null && !request.endsAt().isAfter(request.startsAt())) {
            problems.add(new FieldProblem("endsAt", "phải sau thời gian bắt đầu (must be after the start)"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return request;
    }

    private static List<FieldProblem> problems(List<AreaCount> counts) {
        List<FieldProblem> problems = new ArrayList<>();
        if (counts == null || counts.isEmpty() || counts.size() > MOST_AREAS) {
            problems.add(new FieldProblem(
                    "counts",
                    "cần từ 1 đến " + MOST_AREAS + " dòng số liệu (1 to " + MOST_AREAS + " lines are needed)"));
            return problems;
        }
        for (int i = 0; i < counts.size(); i++) {
            AreaCount count = counts.get(i);
            String field = "counts[" + i + "]";
            if (count.area() == null || count.area().isBlank() || count.area().length() > 200) {
                problems.add(new FieldProblem(field, "cần tên khu vực, nhiều nhất 200 ký tự (a name of the area)"));
            }
            if (Math.min(Math.min(count.subscribers(), count.sent()), Math.min(count.delivered(), count.failed()))
                    < 0) {
                problems.add(new FieldProblem(field, "số không được âm (must not be negative)"));
            } else if (count.delivered() + count.failed() > count.sent()) {
                problems.add(new FieldProblem(
                        field,
                        "thành công cộng không thành công nhiều hơn số đã gửi (more results than messages sent)"));
            }
        }
        return problems;
    }

    private Broadcast move(long id, BroadcastStatus next, String verb, String action, String person) {
        broadcasts.get(id);
        if (!broadcasts.move(id, next)) {
            throw impossible(id, verb);
        }
        record(person, action, id, null);
        return broadcasts.get(id);
    }

    private void requireAnotherPerson(long id, String approver) {
        if (approver.equals(broadcasts.get(id).createdBy())) {
            throw new NotAllowed(
                    "Người soạn không được tự duyệt; nhờ người duyệt khác (its author can't approve it: ask another approver)");
        }
    }

    private ConflictingState impossible(long id, String verb) {
        return new ConflictingState("Đợt nhà mạng gửi đang ở trạng thái "
                + broadcasts.get(id).status() + ", không thể " + verb + " (not possible in this state)");
    }

    private void record(String person, String action, long id, String detail) {
        audit.record(person, action, "broadcast " + id, detail == null ? null : cut(detail, 500));
    }

    private static void length(List<FieldProblem> problems, String field, String text, int most) {
        if (text.isEmpty()) {
            problems.add(new FieldProblem(field, "không được để trống (must not be empty)"));
        } else if (text.length() > most) {
            problems.add(new FieldProblem(field, "nhiều nhất " + most + " ký tự (at most " + most + " characters)"));
        }
    }

    private static String strip(String text) {
        return text == null ? "" : text.strip();
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
