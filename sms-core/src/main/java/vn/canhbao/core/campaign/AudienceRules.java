package vn.canhbao.core.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.canhbao.core.problem.FieldProblem;

/** What an audience must be: somebody is named, and everything that is named exists. Every problem names its field. */
@Component
public class AudienceRules {

    private static final long THIS_CAMPAIGN = 0;

    private final JdbcClient jdbc;

    public AudienceRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A draft's audience with the saved ones in it copied; those that don't exist stay without a definition. */
    public Audience resolved(Audience audience) {
        return new Audience(
                audience.recipientListIds(),
                audience.unitIds(),
                audience.parts().stream().map(this::resolved).toList(),
                audience.narrowings(),
                audience.receivedCampaign(),
                audience.chosenFor());
    }

    private AudiencePart resolved(AudiencePart part) {
        return part.definition() != null
                ? part
                : jdbc.sql("SELECT name, definition FROM audience WHERE id = ?")
                        .param(part.audienceId())
                        .query((row, n) -> new AudiencePart(
                                part.audienceId(),
                                row.getString("name"),
                                NarrowingJson.readDefinition(row.getString("definition"))))
                        .optional()
                        .orElse(part);
    }

    /** Of a resolved audience. */
    public List<FieldProblem> problems(Audience audience) {
        List<FieldProblem> problems = new ArrayList<>();
        unknown(
                problems,
                "recipientListIds",
                "recipient_list",
                "id",
                audience.recipientListIds(),
                "danh sách",
                "recipient list");
        unknown(problems, "unitIds", "unit", "id", audience.unitIds(), "đơn vị", "unit");
        for (AudiencePart part : audience.parts()) {
            if (part.definition() == null) {
                problems.add(new FieldProblem(
                        "audienceIds",
                        "không có đối tượng lưu số " + part.audienceId()
                                + "; chọn trong GET /api/v1/audiences (no saved audience " + part.audienceId() + ")"));
            } else {
                problems.addAll(problems(part.definition(), part.audienceId() == null ? "audience." : "audienceIds."));
            }
        }
        return problems;
    }

    /**
     * Of a definition.
     *
     * @param prefix of the names of its fields: {@code "audience."}, or an empty string
     */
    public List<FieldProblem> problems(AudienceDefinition definition, String prefix) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!definition.everybody()
                && definition.recipientListIds().isEmpty()
                && definition.unitIds().isEmpty()) {
            problems.add(
                    new FieldProblem(
                            prefix + "recipientListIds",
                            "chọn danh sách, đơn vị, hoặc mọi người (\"everybody\":true) rồi thu hẹp (choose lists, units or everybody)"));
        }
        if (definition.everybody()
                && !(definition.recipientListIds().isEmpty()
                        && definition.unitIds().isEmpty())) {
            problems.add(new FieldProblem(
                    prefix + "everybody",
                    "đã chọn mọi người thì bỏ danh sách và đơn vị; để thu hẹp theo đơn vị, dùng narrowing.unitIds"
                            + " (everybody leaves no room for lists and units: narrow by units instead)"));
        }
        unknown(
                problems,
                prefix + "recipientListIds",
                "recipient_list",
                "id",
                definition.recipientListIds(),
                "danh sách",
                "recipient list");
        unknown(problems, prefix + "unitIds", "unit", "id", definition.unitIds(), "đơn vị", "unit");
        problems.addAll(problems(definition.narrowing(), prefix + "narrowing."));
        return problems;
    }

    /**
     * Of a narrowing.
     *
     * @param prefix of the names of its fields: {@code "waves[0].narrowing."}
     */
    public List<FieldProblem> problems(Narrowing narrowing, String prefix) {
        List<FieldProblem> problems = new ArrayList<>();
        unknown(problems, prefix + "unitIds", "unit", "id", narrowing.unitIds(), "đơn vị", "unit");
        unknown(problems, prefix + "areas", "area", "code", narrowing.areas(), "địa bàn mã", "area");
        unknown(problems, prefix + "operators", "operator", "code", narrowing.operators(), "nhà mạng", "operator");
        unknown(problems, prefix + "tags", "recipient_tag", "tag", narrowing.tags(), "nhãn", "tag");
        campaigns(problems, prefix + "addressedBy", narrowing.addressedBy());
        campaigns(problems, prefix + "notAddressedBy", narrowing.notAddressedBy());
        campaigns(problems, prefix + "notReachedBy", narrowing.notReachedBy());
        campaigns(problems, prefix + "notAcknowledgedBy", narrowing.notAcknowledgedBy());
        return problems;
    }

    private void campaigns(List<FieldProblem> problems, String field, List<Long> ids) {
        List<Long> others = ids.stream().filter(id -> id != THIS_CAMPAIGN).toList();
        unknown(problems, field, "campaign", "id", others, "chiến dịch", "campaign");
    }

    private <T> void unknown(
            List<FieldProblem> problems,
            String field,
            String table,
            String column,
            List<T> named,
            String what,
            String inEnglish) {
        if (named.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>(
                jdbc.sql("SELECT DISTINCT " + column + " FROM " + table + " WHERE " + column + " IN (:named)")
                        .param("named", named)
                        .query(String.class)
                        .list());
        named.stream()
                .filter(one -> !known.contains(one.toString()))
                .forEach(one -> problems.add(new FieldProblem(
                        field,
                        "không có " + what + " “" + one + "”; kiểm tra lại hoặc bỏ đi (no " + inEnglish + " " + one
                                + ": check it or leave it out)")));
    }
}
