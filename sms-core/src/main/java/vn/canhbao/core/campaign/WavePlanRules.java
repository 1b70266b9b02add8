package vn.canhbao.core.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.canhbao.core.calendar.SendingCalendar;
import vn.canhbao.core.problem.FieldProblem;

/** What the waves of a draft must be, and of a campaign that is to be approved: every problem by field, with its remedy. */
@Component
class WavePlanRules {

    private static final Duration SHORTEST_SPREAD = Duration.ofMinutes(1);
    private static final Duration LONGEST_DELAY = Duration.ofDays(90);
    private static final String REMEDY = ": chọn giờ khác, kéo dài hiệu lực, hoặc nhờ người duyệt bỏ qua khung giờ"
            + " (another time, a longer validity, or an override by the approver)";

    private final SendingHours hours;
    private final AudienceRules audiences;
    private final Clock clock;

    WavePlanRules(SendingHours hours, JdbcClient jdbc, Clock clock) {
        this.hours = hours;
        audiences = new AudienceRules(jdbc);
        this.clock = clock;
    }

    /** @param messageClass {@code null}, as {@code validity}, where the draft lacks it */
    List<FieldProblem> problems(List<WavePlan> plans, MessageClass messageClass, Duration validity) {
        if (plans == null || plans.isEmpty()) {
            return List.of(new FieldProblem(
                    "waves",
                    "cần ít nhất một đợt: {\"now\":true}, {\"at\":…}, {\"cron\":…} hoặc {\"after\":1,\"delay\":\"P2D\"}"
                            + " (at least one wave)"));
        }
        SendingCalendar calendar = messageClass == null ? SendingCalendar.ALWAYS : hours.of(messageClass);
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            problems.addAll(problems(plans.get(i), plans.subList(0, i), "waves[" + i + "].", calendar, validity));
        }
        return problems;
    }

    /**
     * Of one wave, with those before it.
     *
     * @param prefix of the names of its fields
     */
    List<FieldProblem> problems(
            WavePlan plan, List<WavePlan> earlier, String prefix, SendingCalendar calendar, Duration validity) {
        List<FieldProblem> problems = new ArrayList<>();
        Instant now = clock.instant();
        if (plan.at() != null && plan.cron() != null) {
            problems.add(new FieldProblem(prefix + "at", "chỉ một trong at và cron (at or cron, not both)"));
        }
        if (calendar.nextOpening(now).isEmpty()) {
            problems.add(
                    new FieldProblem(
                            prefix + "at",
                            "khung giờ gửi " + calendar.window().hours()
                                    + " không mở ngày nào: sửa canhbao.windows hoặc bảng ngày nghỉ (the sending window never opens: mend canhbao.windows or the holiday table)"));
            return problems;
        }
        pastTime(plan.at()).ifPresent(problem -> problems.add(new FieldProblem(prefix + "at", problem)));
        if (plan.cron() != null) {
            CronRule.problem(plan.cron(), calendar, now)
                    .ifPresent(problem -> problems.add(new FieldProblem(prefix + "cron", problem)));
        }
        if (plan.at() != null && validity != null) {
            opensTooLate(calendar, plan.at(), validity)
                    .ifPresent(problem -> problems.add(new FieldProblem(prefix + "at", problem)));
        }
        after(plan, earlier, prefix, problems);
        spread(plan.spread(), validity, prefix, problems);
        problems.addAll(audiences.problems(plan.narrowing(), prefix + "narrowing."));
        return problems;
    }

    // What is not due before the validity is over would never be sent.
    private static void spread(Duration spread, Duration validity, String prefix, List<FieldProblem> problems) {
        if (spread != null
                && (spread.compareTo(SHORTEST_SPREAD) < 0 || (validity != null && spread.compareTo(validity) >= 0))) {
            problems.add(
                    new FieldProblem(
                            prefix + "spread",
                            "từ 1 phút và ngắn hơn thời hạn của tin, ví dụ PT3H (PT1M or more, and shorter than the validity)"));
        }
    }

    private static void after(WavePlan plan, List<WavePlan> earlier, String prefix, List<FieldProblem> problems) {
        if (plan.after() == null) {
            return;
        }
        if (plan.after() < 1 || plan.after() > earlier.size()) {
            problems.add(new FieldProblem(
                    prefix + "after",
                    "là số thứ tự của một đợt đứng trước, từ 1 (the number of an earlier wave, from 1)"));
        } else if (earlier.get(plan.after() - 1).cron() != null) {
            problems.add(new FieldProblem(
                    prefix + "after",
                    "đợt " + plan.after() + " lặp lại theo cron nên không có lúc kết thúc; chọn đợt khác"
                            + " (that wave recurs and never ends: choose another)"));
        }
        if (plan.delay().isNegative() || plan.delay().compareTo(LONGEST_DELAY) > 0) {
            problems.add(new FieldProblem(prefix + "delay", "từ PT0S đến P90D, ví dụ P2D (PT0S to P90D)"));
        }
    }

    private static Optional<String> opensTooLate(SendingCalendar calendar, Instant due, Duration validity) {
        Optional<Instant> opening = calendar.nextOpening(due);
        Instant expiresAt = due.plus(validity);
        return opening.isPresent() && opening.get().isBefore(expiresAt)
                ? Optional.empty()
                : Optional.of(WaveTiming.reopensTooLate(calendar, opening, expiresAt) + REMEDY);
    }

    private Optional<String> pastTime(Instant at) {
        return at != null && at.isBefore(clock.instant())
                ? Optional.of("giờ gửi " + LocalTimes.format(at)
                        + " đã qua; chọn giờ sau hiện tại (this time is past, choose a later one)")
                : Optional.empty();
    }

    /** Waves whose time has passed meanwhile. */
    List<FieldProblem> pastWaves(List<Wave> waves) {
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < waves.size(); i++) {
            String field = "waves[" + i + "].at";
            pastTime(waves.get(i).at()).ifPresent(problem -> problems.add(new FieldProblem(field, problem)));
        }
        return problems;
    }

    /** Waves that the window would let expire if the campaign were approved now; none where the approver sets it aside. */
    List<FieldProblem> closedWaves(Campaign campaign, List<Wave> waves) {
        SendingCalendar calendar = hours.of(campaign.messageClass());
        Instant now = clock.instant();
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < waves.size(); i++) {
            Wave wave = waves.get(i);
            String field = "waves[" + i + "]";
            if (wave.cron() != null) {
                CronRule.problem(wave.cron(), calendar, now)
                        .ifPresent(problem -> problems.add(new FieldProblem(field + ".cron", problem)));
            } else if (wave.afterPosition() == null) {
                opensTooLate(calendar, wave.at() == null ? now : wave.at(), campaign.validity())
                        .ifPresent(problem -> problems.add(new FieldProblem(field + ".at", problem)));
            }
        }
        return problems;
    }
}
