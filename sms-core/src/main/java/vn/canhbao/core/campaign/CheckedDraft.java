package vn.canhbao.core.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;

/**
 * A draft in which nothing is wrong.
 *
 * @param draft with the saved audiences copied into it
 * @param text as it is sent, but for the recipients' values
 */
record CheckedDraft(CampaignDraft draft, DraftText text) {

    /** {@link InvalidInput} names every field that is wrong. */
    static CheckedDraft of(CampaignDraft written, DraftRules rules, Optional<CampaignTexts> texts) {
        // The template's text and the saved audiences are copied: what is approved never changes afterwards.
        CampaignDraft draft = rules.resolved(written);
        DraftText made = texts.map(some -> some.of(draft)).orElseGet(() -> DraftText.asWritten(draft));
        List<FieldProblem> problems = new ArrayList<>(rules.problems(draft, made.text()));
        problems.addAll(made.problems());
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new CheckedDraft(draft, made);
    }
}
