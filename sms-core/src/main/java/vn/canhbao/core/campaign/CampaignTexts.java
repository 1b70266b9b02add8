package vn.canhbao.core.campaign;

import java.util.List;
import vn.canhbao.core.problem.FieldProblem;

/** Makes the texts of campaigns from templates and from what authors write, and says what stands against sending one. */
public interface CampaignTexts {

    /** The text of a draft, the author's values and the office's in it; only a recipient's placeholders are left. */
    DraftText of(CampaignDraft draft);

    /** What stands against sending the text to these people, asked at submission and at approval. */
    List<FieldProblem> problems(Campaign campaign, Audience audience);
}
