package vn.canhbao.core.campaign;

import java.util.List;
import vn.canhbao.core.problem.FieldProblem;

/**
 * The text that a draft comes to.
 *
 * @param text {@code null} where there is none to copy; the problems then say why
 * @param templateVersion the approved version that was copied, or {@code null} for a text as written
 */
public record DraftText(String text, Integer templateVersion, List<FieldProblem> problems) {

    /** As written, with nothing against it. */
    static DraftText asWritten(CampaignDraft draft) {
        return new DraftText(
                draft.text(),
                null,
                draft.templateId() == null || draft.text() != null
                        ? List.of()
                        : List.of(new FieldProblem(
                                "templateId", "không có mẫu số " + draft.templateId() + " (no such template)")));
    }
}
