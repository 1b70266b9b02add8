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

    private final JdbcClient jdbc;
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
        this.jdbc = jdbc;
        this.members = members;
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
        problems.addAll(handling.problems(draft));
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
        } else if (draft.templateId() != null && text == null) {
            add(problems, "templateId", "không có mẫu số " + draft.templateId() + " (no such template)");
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
            if (members.count(audience) == 0) {
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
                || (audience.recipientListIds().isEmpty() && audience.unitIds().isEmpty())) {
            add(problems, "recipientListIds", "chọn ít nhất một danh sách hoặc đơn vị (choose a list or a unit)");
            return;
        }
        int before = problems.size();
        audience.recipientListIds().stream()
                .filter(id -> missing("recipient_list", id))
                .forEach(id -> add(
                        problems,
                        "recipientListIds",
                        "không có danh sách số " + id + " (no recipient list " + id + ")"));
        audience.unitIds().stream()
                .filter(id -> missing("unit", id))
                .forEach(id -> add(problems, "unitIds", "không có đơn vị số " + id + " (no unit " + id + ")"));
        if (problems.size() == before && members.count(audience) == 0) {
            add(
                    problems,
                    "recipientListIds",
                    "không có ai trong các danh sách, đơn vị đã chọn; nhập danh sách trước (the audience is empty, import recipients first)");
        }
    }

    private boolean missing(String table, long id) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE id = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                == 0;
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
