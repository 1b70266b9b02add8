package vn.canhbao.scheduler.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.campaign.AudienceMembers;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.AudiencePreviews;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.templates.TemplateSettings;
import vn.canhbao.templates.registration.RegistrationCheck;
import vn.canhbao.templates.registration.RegistrationDraft;
import vn.canhbao.templates.registration.RegistrationStatus;
import vn.canhbao.templates.registration.Registrations;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class UnregisteredOperatorsIT {

    final TestDatabase.Opened database;
    final Campaigns campaigns;
    final Registrations registrations;
    final UnregisteredOperators exclusion;

    UnregisteredOperatorsIT(TestDatabase kind) {
        database = kind.open();
        Clock clock = Clock.systemUTC();
        campaigns = new Campaigns(database.jdbc(), clock);
        registrations = new Registrations(database.jdbc(), new AuditTrail(database.jdbc(), clock), clock);
        var needs = new TemplateSettings.Needs(Set.of(MessageClass.CANH_BAO), Set.of());
        exclusion = new UnregisteredOperators(
                new RegistrationCheck(
                        new TemplateSettings(Map.of(), Map.of("VIETTEL", needs)),
                        registrations,
                        campaigns,
                        new AudiencePreviews(database.jdbc(), new AudienceMembers(database.jdbc())),
                        clock),
                new Operators(database.jdbc()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void peopleOfAnOperatorWhoseRegistrationEndedGetNothing() {
        Campaign campaign = campaign("CANH_BAO");
        long id = registrations
                .create(registration(RegistrationStatus.ACTIVE), "a")
                .id();
        assertThat(excluded(campaign)).isEmpty();

        registrations.change(id, registration(RegistrationStatus.EXPIRED), "a");

        assertThat(excluded(campaign)).containsOnlyKeys("84961111111");
        assertThat(excluded(campaign).get("84961111111"))
                .contains("chưa đăng ký với VIETTEL", "CanhBao")
                .hasSizeLessThanOrEqualTo(200);
        assertThat(excluded(campaign("DIEU_HANH"))).isEmpty();
    }

    private Map<String, String> excluded(Campaign campaign) {
        return exclusion.among(
                campaign,
                null,
                List.of(new Member(1, "84961111111", "A", null, null), new Member(2, "84911111111", "B", null, null)));
    }

    private static RegistrationDraft registration(RegistrationStatus status) {
        return new RegistrationDraft("VIETTEL", "CANHBAO", null, null, null, status, null, null, null, null);
    }

    private Campaign campaign(String messageClass) {
        database.jdbc().sql("""
                        INSERT INTO campaign (name, message_class, text, text_form, source, sender_id, validity_seconds,
                            unanswered_policy, status, created_by, created_at)
                        VALUES ('C', ?, 'x', 'ACCENTED', 's', 'CanhBao', 60, 'KEEP', 'DRAFT', 'a', '2026-12-01 01:00:00')
                        """).param(messageClass).update();
        return campaigns.page(null, 1).getFirst();
    }
}
