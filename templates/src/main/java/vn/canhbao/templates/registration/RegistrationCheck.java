package vn.canhbao.templates.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudiencePreviews;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.templates.TemplateSettings;

/** Which operators can't be sent to because they demand a registration that is not there. */
@Component
public class RegistrationCheck {

    private final Map<String, TemplateSettings.Needs> needs;
    private final Registrations registrations;
    private final Campaigns campaigns;
    private final AudiencePreviews previews;
    private final Clock clock;

    public RegistrationCheck(
            TemplateSettings settings,
            Registrations registrations,
            Campaigns campaigns,
            AudiencePreviews previews,
            Clock clock) {
        needs = settings.registration();
        this.registrations = registrations;
        this.campaigns = campaigns;
        this.previews = previews;
        this.clock = clock;
    }

    /** By operator code, what is not registered there, in one line. */
    public Map<String, String> missing(Campaign campaign) {
        Map<String, String> missing = new TreeMap<>();
        if (needs.isEmpty() || campaign.automatic()) {
            return missing;
        }
        Integer version = campaigns.templateVersion(campaign.id()).orElse(null);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL);
        List<Registration> active = registrations.of(campaign.senderId(), campaign.templateId(), version).stream()
                .filter(registration -> registration.isActiveOn(today))
                .toList();
        needs.forEach((operator, need) -> {
            List<String> lacking = new ArrayList<>();
            if (need.senderId().contains(campaign.messageClass())
                    && !has(active, operator, RegistrationKind.SENDER_ID)) {
                lacking.add("tên người gửi " + campaign.senderId() + " (the sender id)");
            }
            if (need.template().contains(campaign.messageClass())
                    && !has(active, operator, RegistrationKind.TEMPLATE)) {
                lacking.add(
                        version == null
                                ? "nội dung không theo mẫu (a text without template)"
                                : "mẫu tin số " + campaign.templateId() + " bản " + version
                                        + " (the template's version)");
            }
            if (!lacking.isEmpty()) {
                missing.put(operator, "chưa đăng ký với " + operator + ": " + String.join("; ", lacking));
            }
        });
        return missing;
    }

    private static boolean has(List<Registration> active, String operator, RegistrationKind kind) {
        return active.stream()
                .anyMatch(one -> one.kind() == kind && one.operator().equals(operator));
    }

    /** What stands against sending to these people: each operator with how many of them are with it. */
    public List<FieldProblem> problems(Campaign campaign, Audience audience) {
        Map<String, String> missing = missing(campaign);
        if (missing.isEmpty()) {
            return List.of();
        }
        Map<String, Long> people = previews.of(audience).byOperator();
        return missing.entrySet().stream()
                .filter(operator -> people.getOrDefault(operator.getKey(), 0L) > 0)
                .map(operator -> new FieldProblem(
                        "senderId",
                        operator.getValue() + "; " + people.get(operator.getKey())
                                + " người nhận ở mạng này: ghi đăng ký đã được nhà mạng chấp thuận ở trang Đăng ký, hoặc bỏ họ khỏi đối tượng ("
                                + people.get(operator.getKey())
                                + " recipients there: enter the operator's registration, or leave them out)"))
                .toList();
    }
}
