package vn.canhbao.core.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that an approver decides on, field by field and in words, so that two submissions can be compared.
 *
 * @param fields by name, in the order in which they are read
 */
public record CampaignContent(Map<String, String> fields) {

    static CampaignContent of(
            JdbcClient jdbc, Campaign campaign, Audience audience, List<Wave> waves, Optional<Escalation> escalation) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("text", campaign.text());
        fields.put("textForm", campaign.textForm().name());
        fields.put("name", campaign.name());
        fields.put("source", campaign.source());
        fields.put("senderId", campaign.senderId());
        fields.put("messageClass", campaign.messageClass().name());
        fields.put("audience", audience(jdbc, audience));
        fields.put("waves", waves.stream().map(CampaignContent::wave).collect(Collectors.joining("\n")));
        fields.put("escalation", escalation.map(CampaignContent::escalation).orElse(""));
        fields.put("validity", campaign.validity().toString());
        fields.put(
                "handling",
                (campaign.handling().urgent() ? "khẩn " : "")
                        + (campaign.handling().exercise() ? "diễn tập" : ""));
        return new CampaignContent(fields);
    }

    private static String escalation(Escalation escalation) {
        return "nhắc sau " + escalation.after().toMinutes() + " phút, " + escalation.reminders() + " lần"
                + (escalation.tellHeads() ? ", rồi báo trưởng đơn vị" : "");
    }

    private static String audience(JdbcClient jdbc, Audience audience) {
        List<String> named = new ArrayList<>();
        named.addAll(names(jdbc, "recipient_list", audience.recipientListIds()));
        named.addAll(names(jdbc, "unit", audience.unitIds()));
        audience.parts().forEach(part -> named.add(part(jdbc, part)));
        if (audience.receivedCampaign() != null) {
            named.add("người có thể đã nhận chiến dịch " + audience.receivedCampaign());
        }
        return String.join("\n", named);
    }

    private static String part(JdbcClient jdbc, AudiencePart part) {
        AudienceDefinition definition = part.definition();
        List<String> named = new ArrayList<>();
        if (part.name() != null) {
            named.add(part.name());
        }
        if (definition != null) {
            if (definition.everybody()) {
                named.add("mọi người");
            }
            named.addAll(names(jdbc, "recipient_list", definition.recipientListIds()));
            named.addAll(names(jdbc, "unit", definition.unitIds()));
            String narrowing = NarrowingJson.write(definition.narrowing());
            if (narrowing != null) {
                named.add(narrowing);
            }
        }
        return String.join(", ", named);
    }

    private static List<String> names(JdbcClient jdbc, String table, List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT name FROM " + table + " WHERE id IN (:ids) ORDER BY name")
                        .param("ids", ids)
                        .query(String.class)
                        .list();
    }

    private static String wave(Wave wave) {
        String when = wave.cron() != null
                ? wave.cron()
                : wave.afterPosition() != null
                        ? "sau đợt " + wave.afterPosition() + " " + wave.delay().toHours() + " giờ"
                        : wave.at() != null ? LocalTimes.format(wave.at()) : "ngay khi duyệt";
        return wave.position() + ". " + when
                + (wave.spread() == null ? "" : ", trải đều " + wave.spread().toMinutes() + " phút")
                + (wave.narrowing().isEmpty() ? "" : ", " + NarrowingJson.write(wave.narrowing()));
    }
}
