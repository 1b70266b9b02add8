package vn.canhbao.core.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.canhbao.core.problem.FieldProblem;

/** What an exercise needs, and a wave that is spread over a period. */
@Component
class HandlingRules {

    private static final Duration SHORTEST_SPREAD = Duration.ofMinutes(1);

    private final Optional<ExerciseLinks> exerciseLinks;

    HandlingRules(Optional<ExerciseLinks> exerciseLinks) {
        this.exerciseLinks = exerciseLinks;
    }

    List<FieldProblem> problems(CampaignDraft draft) {
        List<FieldProblem> problems = new ArrayList<>();
        if (draft.handling().exercise()
                && !exerciseLinks.map(ExerciseLinks::exist).orElse(true)) {
            problems.add(new FieldProblem(
                    "exercise",
                    "chưa có kênh diễn tập: đặt canhbao.links.<tên>.exercise: true cho một kênh dẫn tới SMSC giả lập"
                            + " (no link is marked as an exercise link)"));
        }
        List<WavePlan> waves = draft.waves() == null ? List.of() : draft.waves();
        for (int i = 0; i < waves.size(); i++) {
            Duration spread = waves.get(i).spread();
            // What is not due before the validity is over would never be sent.
            boolean fits = spread == null
                    || (spread.compareTo(SHORTEST_SPREAD) >= 0
                            && (draft.validity() == null || spread.compareTo(draft.validity()) < 0));
            if (!fits) {
                problems.add(
                        new FieldProblem(
                                "waves[" + i + "].spread",
                                "từ 1 phút và ngắn hơn thời hạn của tin, ví dụ PT3H (PT1M or more, and shorter than the validity)"));
            }
        }
        return problems;
    }
}
