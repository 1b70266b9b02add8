package vn.canhbao.core.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.canhbao.core.problem.FieldProblem;

/** What an escalation must be. */
final class EscalationRules {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST_REMINDERS = 5;

    private EscalationRules() {}

    /** @param waves {@code null} where the draft lacks them */
    static List<FieldProblem> problems(Escalation escalation, List<WavePlan> waves) {
        List<FieldProblem> problems = new ArrayList<>();
        if (escalation == null) {
            return problems;
        }
        if (escalation.after() == null
                || escalation.after().compareTo(SHORTEST) < 0
                || escalation.after().compareTo(LONGEST) > 0) {
            problems.add(new FieldProblem(
                    "escalation.after",
                    "thời gian chờ xác nhận từ 1 phút đến 7 ngày, ví dụ PT30M (time to acknowledge: PT1M to P7D)"));
        }
        if (escalation.reminders() < 0 || escalation.reminders() > MOST_REMINDERS) {
            problems.add(new FieldProblem(
                    "escalation.reminders", "từ 0 đến " + MOST_REMINDERS + " lần nhắc (0 to " + MOST_REMINDERS + ")"));
        } else if (escalation.reminders() == 0 && !escalation.tellHeads()) {
            problems.add(new FieldProblem(
                    "escalation.reminders",
                    "cần ít nhất một lần nhắc, hoặc báo trưởng đơn vị (at least one reminder, or tell the heads)"));
        }
        if (waves != null && waves.stream().anyMatch(wave -> wave.cron() != null)) {
            problems.add(new FieldProblem(
                    "escalation",
                    "đợt lặp lại theo cron không có lúc kết thúc để nhắc: soạn chiến dịch riêng cho mỗi lần"
                            + " (a wave that recurs has no end to remind after: draft a campaign for each time)"));
        }
        return problems;
    }
}
