package vn.canhbao.core.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.canhbao.core.problem.FieldProblem;

/** What a draft must be before it is stored: every field that is wrong, with its remedy. */
@Component
class DraftRules {

    private static final int NAME_LENGTH = 200;
    private static final int TEXT_LENGTH = 2_000;
    private static final int SOURCE_LENGTH = 1_000;
    private static final Duration SHORTEST_VALIDITY = Duration.ofMinutes(1);
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(7);

    private final AudienceRules audiences;
    private final AudienceMembers members;
    private final List<TextRule> textRules;
    private final WavePlanRules wavePlans;
    private final HandlingRules handling;

    DraftRules(
            JdbcClient jdbc,
            AudienceMembers members,
            List<TextRule> textRules,
            WavePlanRules wavePlans,
            HandlingRules handling) {
        this.members = members;
        audiences = new AudienceRules(jdbc);
        this.textRules = textRules;
        this.wavePlans = wavePlans;
        this.handling = handling;
    }

    List<FieldProblem> problems(CampaignDraft draft, String text) {
        List<FieldProblem> problems = new ArrayList<>();
        required(problems, "name", draft.name(), NAME_LENGTH, "tên chiến dịch (a name)");
        if (draft.messageClass() == null) {
            add(problems, "messageClass", "chọn CANH_BAO, TUYEN_TRUYEN hoặc DIEU_HANH (choose one)");
        }
        text(problems, draft, text);
        required(
                problems,
                "source",
                draft.source(),
                SOURCE_LENGTH,
                "nguồn chính thức: số, ngày, cơ quan ban hành hoặc địa chỉ (the official source)");
        SenderId.problem(draft.senderId()).ifPresent(problem -> add(problems, "senderId", problem));
        audience(problems, draft.audience());
        problems.addAll(wavePlans.problems(draft.waves(), draft.messageClass(), draft.validity()));
        problems.addAll(handling.problems(draft.handling()));
        problems.addAll(EscalationRules.problems(draft.escalation(), draft.waves()));
        validity(problems, draft.validity());
        if (draft.unansweredPolicy() == null) {
            add(problems, "unansweredPolicy", "chọn KEEP hoặc RESEND (choose one)");
        }
        return problems;
    }

    private void text(List<FieldProblem> problems, CampaignDraft draft, String text) {
        if (draft.text() != null && draft.templateId() != null) {
            add(problems, "text", "chỉ một trong text và templateId (text or templateId, not both)");
        } else if (draft.text() == null && draft.templateId() == null) {
            add(problems, "text", "thiếu nội dung tin: nhập text hoặc templateId (text or templateId is needed)");
        } else if (text == null) {
            // Its template has none to copy, which is a problem of its own.
            return;
        } else if (text.isBlank()) {
            add(problems, "text", "nội dung tin trống (the text is blank)");
        } else if (text.length() > TEXT_LENGTH) {
            add(problems, "text", "dài " + text.length() + " ký tự, nhiều nhất 2000 (at most 2000 characters)");
        } else {
            textRules.forEach(rule -> rule.problems(text).forEach(problem -> add(problems, "text", problem)));
        }
    }

    private void audience(List<FieldProblem> problems, Audience audience) {
        if (audience != null && audience.receivedCampaign() != null) {
            if (members.isEmpty(audience)) {
                add(
                        problems,
                        "correctsId",
                        "chưa ai nhận được tin của chiến dịch " + audience.receivedCampaign()
                                + ", không có gì để đính chính: hủy chiến dịch đó là đủ (nobody can have got that"
                                + " campaign's message: cancelling it is enough)");
            }
            return;
        }
        if (audience == null
                || (audience.recipientListIds().isEmpty()
                        && audience.unitIds().isEmpty()
                        && audience.parts().isEmpty())) {
            add(
                    problems,
                    "recipientListIds",
                    "chọn ít nhất một danh sách, đơn vị hoặc đối tượng lưu (choose a list, a unit or a saved audience)");
            return;
        }
        List<FieldProblem> wrong = audiences.problems(audience);
        problems.addAll(wrong);
        // Whom a definition means may be nobody yet: those not reached by a campaign that runs tomorrow. Submission
        // asks.
        if (wrong.isEmpty() && audience.parts().isEmpty() && members.isEmpty(audience)) {
            add(
                    problems,
                    "recipientListIds",
                    "không có ai trong các danh sách, đơn vị đã chọn; nhập danh sách trước (the audience is empty, import recipients first)");
        }
    }

    /** Of a draft, the saved audiences copied into it. */
    CampaignDraft resolved(CampaignDraft draft) {
        return draft.audience() == null ? draft : draft.withAudience(audiences.resolved(draft.audience()));
    }

    /** An audience that has nobody now, as a problem: a campaign is not submitted or approved for nobody. */
    static FieldProblem nobody(Audience audience) {
        return audience.parts().isEmpty()
                ? new FieldProblem(
                        "recipientListIds",
                        "không còn ai trong các danh sách, đơn vị đã chọn; nhập thêm người hoặc soạn chiến dịch khác"
                                + " (the audience is empty now: import recipients or draft another campaign)")
                : new FieldProblem(
                        "audience",
                        "đối tượng hiện không có ai; bỏ bớt điều kiện thu hẹp, hoặc chờ chiến dịch được nêu trong đó gửi xong"
                                + " (the audience has nobody now: loosen its narrowing, or wait until the campaign named in it is sent)");
    }

    List<FieldProblem> pastWaves(List<Wave> waves) {
        return wavePlans.pastWaves(waves);
    }

    List<FieldProblem> closedWaves(Campaign campaign, List<Wave> waves) {
        return wavePlans.closedWaves(campaign, waves);
    }

    private static void validity(List<FieldProblem> problems, Duration validity) {
        if (validity == null) {
            add(problems, "validity", "thiếu thời hạn, ví dụ PT24H (a validity is needed, for example PT24H)");
        } else if (validity.compareTo(SHORTEST_VALIDITY) < 0 || validity.compareTo(LONGEST_VALIDITY) > 0) {
            add(problems, "validity", "từ 1 phút đến 7 ngày, ví dụ PT24H (PT1M to P7D)");
        }
    }

    private static void required(List<FieldProblem> problems, String field, String value, int longest, String what) {
        if (value == null || value.isBlank()) {
            add(problems, field, "thiếu " + what);
        } else if (value.length() > longest) {
            add(problems, field, "dài quá " + longest + " ký tự (at most " + longest + " characters)");
        }
    }

    private static void add(List<FieldProblem> problems, String field, String message) {
        problems.add(new FieldProblem(field, message));
    }
}
