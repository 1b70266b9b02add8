package vn.canhbao.templates.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudienceMembers;
import vn.canhbao.core.campaign.AudiencePreviews;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignDraft;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.DraftText;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotAllowed;
import vn.canhbao.templates.Placeholder;
import vn.canhbao.templates.PlaceholderSource;
import vn.canhbao.templates.PlaceholderType;
import vn.canhbao.templates.TemplateSettings;
import vn.canhbao.templates.channel.ReportingChannels;
import vn.canhbao.templates.lint.LintSettings;
import vn.canhbao.templates.lint.TestLinter;
import vn.canhbao.templates.registration.RegistrationCheck;
import vn.canhbao.templates.registration.RegistrationDraft;
import vn.canhbao.templates.registration.RegistrationStatus;
import vn.canhbao.templates.registration.Registrations;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class TemplateDeskIT {

    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(NOW);
    final AuditTrail audit;
    final ReportingChannels channels;
    final Templates templates;
    final TemplateDesk desk;
    final Campaigns campaigns;
    final Registrations registrations;

    TemplateDeskIT(TestDatabase kind) {
        database = kind.open();
        audit = new AuditTrail(database.jdbc(), clock);
        channels = new ReportingChannels(database.jdbc(), audit, clock);
        // Between tests MySQL's tables are emptied, what the migrations put in too.
        if (channels.all().isEmpty()) {
            List.of("113", "156").forEach(code -> channels.create(code, "Đầu số " + code, code, "canhbao"));
        }
        templates = new Templates(database.jdbc(), clock);
        var rules = new TemplateRules(new Topics(), channels, TestLinter.linter(channels, LintSettings.USUAL, clock));
        desk = new TemplateDesk(templates, rules, audit);
        campaigns = new Campaigns(database.jdbc(), clock);
        registrations = new Registrations(database.jdbc(), audit, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTemplateIsApprovedByAnotherPersonAndEveryStepIsAudited() {
        long id = desk.create(draft("T1", "{{co_quan}}: cảnh giác"), "soanthao").id();
        desk.submit(id, "soanthao");

        assertThatThrownBy(() -> desk.approve(id, null, "soanthao")).isInstanceOf(NotAllowed.class);
        assertThat(templates.approved(id)).isEmpty();
        Template approved = desk.approve(id, 1, "pheduyet");

        assertThat(approved.approvedVersion()).isEqualTo(1);
        assertThat(database.jdbc()
                        .sql("SELECT CONCAT(actor, ' ', action) FROM audit_trail WHERE subject = ? ORDER BY id")
                        .param("template " + id + " v1")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "soanthao TEMPLATE_CREATED", "soanthao TEMPLATE_SUBMITTED", "pheduyet TEMPLATE_APPROVED");
    }

    @Test
    void aDraftChangesInPlaceButWhatWasSubmittedNeverDoes() {
        long id = desk.create(draft("T1", "{{co_quan}}: một"), "soanthao").id();
        desk.change(id, draft("T1", "{{co_quan}}: hai"), "soanthao");
        desk.submit(id, "soanthao");
        Template changed = desk.change(id, draft("T1", "{{co_quan}}: ba"), "soanthao");

        assertThat(changed.latestVersion()).isEqualTo(2);
        assertThat(templates.versions(id))
                .extracting(TemplateVersion::text)
                .containsExactly("{{co_quan}}: ba", "{{co_quan}}: hai");
        desk.approve(id, 1, "pheduyet");
        assertThat(templates.approved(id).orElseThrow().text()).isEqualTo("{{co_quan}}: hai");
        assertThatThrownBy(() -> desk.approve(id, 2, "pheduyet")).isInstanceOf(ConflictingState.class);
    }

    @Test
    void aRejectionNeedsAReasonAndARetiredTemplateIsNoLongerUsed() {
        long id = approved("T1", "{{co_quan}}: một");
        desk.change(id, draft("T1", "{{co_quan}}: hai"), "soanthao");
        desk.submit(id, "soanthao");

        assertThatThrownBy(() -> desk.reject(id, null, "pheduyet", " ")).isInstanceOf(InvalidInput.class);
        desk.reject(id, null, "pheduyet", "chưa rõ");
        assertThat(templates.version(id, 2).reason()).isEqualTo("chưa rõ");
        assertThat(templates.approved(id).orElseThrow().version()).isEqualTo(1);

        desk.retire(id, "quantri");
        assertThat(templates.approved(id)).isEmpty();
        assertThat(templates.version(id, 2).status()).isEqualTo(VersionStatus.REJECTED);
    }

    @Test
    void everyWrongFieldOfATemplateIsNamed() {
        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class,
                () -> desk.create(
                        new TemplateDraft(
                                "T 1",
                                "",
                                null,
                                "F99",
                                "Chào {{ten}} {{kenh.999}} {{#unit}}",
                                "TỐI MẬT",
                                List.of(
                                        new Placeholder(
                                                "lan", null, PlaceholderType.CHOICE, null, null, null, null, null, "x"),
                                        new Placeholder("kenh.1", null, null, null, null, null, null, null, null))),
                        "soanthao"));

        assertThat(refused.problems())
                .extracting(FieldProblem::field)
                .contains(
                        "code",
                        "name",
                        "messageClass",
                        "topic",
                        "placeholders[0].options",
                        "placeholders[0].defaultValue",
                        "placeholders[1].name",
                        "text");
        InvalidInput unknown =
                catchThrowableOfType(InvalidInput.class, () -> desk.create(draft("T2", "Chào {{ten}}"), "soanthao"));
        assertThat(unknown.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("text");
            assertThat(problem.message()).contains("vị trí 6", "{{ten}}", "{{full_name}}", "{{kenh.156}}", "unknown");
        });
        InvalidInput stamped = catchThrowableOfType(
                InvalidInput.class, () -> desk.create(draft("T2", "{{co_quan}}: TỐI MẬT"), "soanthao"));
        assertThat(stamped.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("TỐI MẬT"));
    }

    @Test
    void templatesAreFoundWithoutAccentsPageByPage() {
        new ShippedLibrary(templates).load();
        int shipped = templates.page(null, null, null, null, 1000).size();
        new ShippedLibrary(templates).load();

        assertThat(templates.page(null, null, null, null, 1000))
                .hasSize(shipped)
                .allMatch(Template::isShipped);
        assertThat(templates.page("gia cong an", null, null, null, 10))
                .extracting(Template::code)
                .containsExactly("F14-GIA-CONG-AN");
        assertThat(templates.page("GIẢ CÔNG AN", null, VersionStatus.SUBMITTED, null, 10))
                .hasSize(1);
        assertThat(templates.page("%", null, null, null, 10)).isEmpty();
        assertThat(templates.page(null, "F05", null, null, 10))
                .extracting(Template::topic)
                .containsExactly("F05");
        assertThat(templates.page(null, null, VersionStatus.APPROVED, null, 10)).isEmpty();
        List<Template> first = templates.page(null, null, null, null, 20);
        assertThat(templates.page(null, null, null, first.getLast().code(), 1000))
                .hasSize(shipped - 20);
    }

    @Test
    void aCampaignCopiesTheApprovedWordingWithItsValues() {
        long id = approved(
                "T1",
                "{{co_quan}} cảnh báo {{loai}} trước {{han}}. Báo {{kenh.156}}. {{full_name}}{{#unit}}, {{unit}}{{/unit}}");

        DraftText made =
                texts(Map.of()).of(campaign(id, null, TextForm.ACCENTED, Map.of("loai", "b", "han", "2026-12-31")));

        assertThat(made.problems()).isEmpty();
        assertThat(made.templateVersion()).isEqualTo(1);
        assertThat(made.text())
                .isEqualTo(
                        "Công an tỉnh cảnh báo b trước 31/12/2026. Báo 156. {{#full_name}}{{full_name}}{{/full_name}}{{^full_name}}quý vị{{/full_name}}{{#unit}}, {{unit}}{{/unit}}");
    }

    @Test
    void valuesThatAreMissingOrWrongOrOfNoPlaceholderAreNamed() {
        long id = approved("T1", "{{co_quan}}: {{loai}} {{han}}");

        DraftText made = texts(Map.of()).of(campaign(id, null, null, Map.of("han", "mai", "la", "x")));

        assertThat(made.problems())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder("values.loai", "values.han", "values.la");
    }

    @Test
    void theOfficesOwnValueWinsOverTheDefault() {
        long id = approved("T1", "{{co_quan}}: cảnh giác");

        assertThat(texts(Map.of("co_quan", "Sở KHCN"))
                        .of(campaign(id, null, null, Map.of()))
                        .text())
                .isEqualTo("Sở KHCN: cảnh giác");
        assertThat(texts(Map.of("co_quan", "Sở KHCN"))
                        .of(campaign(null, "{{co_quan}}: gọi {{kenh.113}}", null, Map.of()))
                        .text())
                .isEqualTo("Sở KHCN: gọi 113");
    }

    @Test
    void aTemplateThatNobodyApprovedIsNotSent() {
        long id = desk.create(draft("T1", "{{co_quan}}: một"), "soanthao").id();

        assertThat(texts(Map.of()).of(campaign(id, null, null, Map.of())).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("templateId");
                    assertThat(problem.message()).contains("chưa được duyệt");
                });
        assertThat(texts(Map.of()).of(campaign(999L, null, null, Map.of())).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("không có mẫu số 999"));
    }

    @Test
    void anOperatorThatDemandsARegistrationIsNamedWithItsPeopleUntilItIsActive() {
        person("84961111111");
        person("84961111112");
        person("84911111111");
        var needs = Map.of(
                "VIETTEL", new TemplateSettings.Needs(Set.of(MessageClass.CANH_BAO), Set.of(MessageClass.CANH_BAO)),
                "MOBIFONE", new TemplateSettings.Needs(Set.of(MessageClass.CANH_BAO), Set.of()));
        var check = check(needs);
        long template = approved("T1", "{{co_quan}}: cảnh giác");
        Campaign campaign = stored(template, 1);
        Audience all = new Audience(List.of(list()), List.of());

        assertThat(check.missing(campaign)).containsOnlyKeys("VIETTEL", "MOBIFONE");
        assertThat(check.problems(campaign, all))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).contains("VIETTEL", "2 người nhận", "CANHBAO", "bản 1"));

        long sender = registrations
                .create(registration("VIETTEL", "CanhBao", null, RegistrationStatus.ACTIVE), "quantri")
                .id();
        registrations.create(registration("VIETTEL", null, template, RegistrationStatus.ACTIVE), "quantri");
        assertThat(check.problems(campaign, all)).isEmpty();
        assertThat(check.missing(stored(template, 2)).get("VIETTEL"))
                .contains("bản 2")
                .doesNotContain("người gửi");
        assertThat(check.missing(stored(null, null)).get("VIETTEL")).contains("không theo mẫu");

        clock.set(NOW.plus(Duration.ofDays(400)));
        assertThat(check.problems(campaign, all)).hasSize(1);
        clock.set(NOW);
        registrations.change(sender, registration("VIETTEL", "CANHBAO", null, RegistrationStatus.REFUSED), "quantri");
        assertThat(check.problems(campaign, all))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).contains("CANHBAO").doesNotContain("bản 1"));
    }

    @Test
    void aRegistrationThatCannotBeIsRefused() {
        registrations.create(registration("VIETTEL", "CANHBAO", null, null), "quantri");

        assertThatThrownBy(() -> registrations.create(registration("VIETTEL", "canhbao", null, null), "quantri"))
                .hasMessageContaining("đã có đăng ký này");
        assertThatThrownBy(() -> registrations.create(registration("XYZ", null, null, null), "quantri"))
                .hasMessageContaining("operator")
                .hasMessageContaining("senderId");
        assertThatThrownBy(() -> registrations.create(registration("VIETTEL", null, 77L, null), "quantri"))
                .hasMessageContaining("templateVersion");
    }

    @Test
    void aChannelThatChangesMustBeVerifiedAgain() {
        channels.verify("156", TODAY, "quantri");
        assertThat(channels.get("156").verifiedOn()).isEqualTo(TODAY);

        channels.change("156", "Đầu số", "156", "quantri");
        assertThat(channels.get("156").verifiedOn()).isEqualTo(TODAY);
        channels.change("156", "Đầu số", "1560", "quantri");
        assertThat(channels.get("156").verifiedOn()).isNull();
        assertThatThrownBy(() -> channels.verify("156", TODAY.plusDays(1), "quantri"))
                .hasMessageContaining("tương lai");
        assertThatThrownBy(() -> channels.create("156", "x", "y", "quantri")).isInstanceOf(InvalidInput.class);
    }

    private TemplatedTexts texts(Map<String, String> office) {
        return new TemplatedTexts(
                templates,
                new CampaignValues(channels, new TemplateSettings(office, Map.of())),
                TestLinter.linter(channels, LintSettings.USUAL, clock),
                check(Map.of()));
    }

    private RegistrationCheck check(Map<String, TemplateSettings.Needs> needs) {
        return new RegistrationCheck(
                new TemplateSettings(Map.of(), needs),
                registrations,
                campaigns,
                new AudiencePreviews(database.jdbc(), new AudienceMembers(database.jdbc())),
                clock);
    }

    private long approved(String code, String text) {
        long id = desk.create(draft(code, text), "soanthao").id();
        desk.submit(id, "soanthao");
        desk.approve(id, null, "pheduyet");
        return id;
    }

    private static TemplateDraft draft(String code, String text) {
        return new TemplateDraft(
                code,
                "Mẫu " + code,
                MessageClass.CANH_BAO,
                "F19",
                text,
                null,
                List.of(
                        ShippedLibrary.OFFICE,
                        new Placeholder(
                                "loai", null, PlaceholderType.CHOICE, null, null, null, null, List.of("a", "b"), null),
                        new Placeholder("han", null, PlaceholderType.DATE, null, null, null, null, null, null),
                        new Placeholder(
                                "full_name", null, null, PlaceholderSource.RECIPIENT, 30, null, null, null, "quý vị")));
    }

    private static CampaignDraft campaign(Long template, String text, TextForm form, Map<String, String> values) {
        return new CampaignDraft(
                        "Cảnh báo",
                        MessageClass.CANH_BAO,
                        text,
                        template,
                        form,
                        "Công văn 1",
                        "CANHBAO",
                        new Audience(List.of(), List.of()),
                        List.of(WavePlan.now()),
                        Duration.ofHours(24),
                        UnansweredPolicy.KEEP)
                .filledWith(values);
    }

    private Campaign stored(Long template, Integer version) {
        database.jdbc().sql("""
                        INSERT INTO campaign (name, message_class, template_id, template_version, text, text_form, source,
                            sender_id, validity_seconds, unanswered_policy, status, created_by, created_at)
                        VALUES ('C', 'CANH_BAO', ?, ?, 'x', 'ACCENTED', 's', 'CANHBAO', 60, 'KEEP', 'DRAFT', 'soanthao', ?)
                        """).params(template, version, Utc.column(NOW)).update();
        return campaigns.page(null, 1).getFirst();
    }

    private static RegistrationDraft registration(
            String operator, String sender, Long template, RegistrationStatus status) {
        return new RegistrationDraft(
                operator,
                sender,
                template,
                template == null ? null : 1,
                "12/DK",
                status,
                TODAY.minusDays(30),
                TODAY,
                TODAY.plusDays(365),
                null);
    }

    private void person(String msisdn) {
        database.jdbc()
                .sql("INSERT INTO recipient (msisdn, full_name, created_at, updated_at) VALUES (?, 'Lê A', ?, ?)")
                .params(msisdn, Utc.column(NOW), Utc.column(NOW))
                .update();
    }

    private long list() {
        database.jdbc()
                .sql("INSERT INTO recipient_list (id, name, created_by, created_at) VALUES (9, 'ds', 'a', ?)")
                .param(Utc.column(NOW))
                .update();
        database.jdbc()
                .sql("INSERT INTO recipient_list_member (list_id, recipient_id) SELECT 9, id FROM recipient")
                .update();
        return 9;
    }
}
