package vn.canhbao.core.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.canhbao.core.problem.FieldProblem;

/** What a campaign needs to be treated as its author wishes. */
@Component
class HandlingRules {

    private final Optional<ExerciseLinks> exerciseLinks;

    HandlingRules(Optional<ExerciseLinks> exerciseLinks) {
        this.exerciseLinks = exerciseLinks;
    }

    List<FieldProblem> problems(Handling handling) {
        boolean wouldWaitForEver =
                handling.exercise() && !exerciseLinks.map(ExerciseLinks::exist).orElse(true);
        return wouldWaitForEver
                ? List.of(new FieldProblem(
                        "exercise",
                        "chưa có kênh diễn tập: đặt canhbao.links.<tên>.exercise: true cho một kênh dẫn tới SMSC giả lập"
                                + " (no link is marked as an exercise link)"))
                : List.of();
    }
}
