package vn.canhbao.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.env.MockEnvironment;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.calendar.Holidays;
import vn.canhbao.core.calendar.PhoneReach;
import vn.canhbao.core.calendar.WindowSettings;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotAllowed;
import vn.canhbao.core.problem.NotFound;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class CampaignDeskIT {

    static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(NOW);
    final List<Object> events = new ArrayList<>();
    final List<FieldProblem> objections = new ArrayList<>();
    final Campaigns campaigns;
    final Waves waves;
    final CampaignDesk desk;
    final long list;

    CampaignDeskIT(TestDatabase kind) {
        database = kind.open();
        var jdbc = database.jdbc();
        campaigns = new Campaigns(jdbc, clock);
        waves = new Waves(jdbc, clock);
        var members = new AudienceMembers(jdbc);
        var overrides = new LimitOverrides(jdbc, clock);
        var hours = new SendingHours(
                new WindowSettings(false, null, null, null),
                new PhoneReach(new MockEnvironment()),
                new Holidays(jdbc, clock),
                overrides,
                new SendingLimits(jdbc, new AuditTrail(jdbc, clock), event -> {}, clock),
                clock);
        desk = new CampaignDesk(
                campaigns,
                waves,
                new DraftRules(
                        jdbc,
                        members,
                        List.of(new SecretStampRule()),
                        new WavePlanRules(hours, jdbc, clock),
                        new HandlingRules(Optional.empty())),
                members,
                hours,
                overrides,
                new Escalations(jdbc, waves, clock),
                new AuditTrail(jdbc, clock),
                events::add,
                Optional.of(new AsWritten()));
        list = list("cán bộ", "84961111111", "84961111112");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aGoodDraftIsStoredWithAudienceAndWaves() {
        Campaign campaign = desk.draft(draft(), "soanthao");

        assertThat(campaign.status()).isEqualTo(CampaignStatus.DRAFT);
        assertThat(campaigns.audience(campaign.id()).recipientListIds()).containsExactly(list);
        assertThat(waves.ofCampaign(campaign.id()))
                .extracting(Wave::at, Wave::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, WaveStatus.SCHEDULED),
                        org.assertj.core.groups.Tuple.tuple(NOW.plusSeconds(3600), WaveStatus.SCHEDULED));
        assertThat(campaign.createdAt()).isEqualTo(NOW);
    }

    /** Each spoils a good draft in one field. */
    enum Spoilt {
        NAME("name", draft -> with(draft, " ", draft.text(), draft.source(), draft.senderId())),
        TEXT_BLANK("text", draft -> with(draft, draft.name(), "  ", draft.source(), draft.senderId())),
        TEXT_MISSING("text", draft -> with(draft, draft.name(), null, draft.source(), draft.senderId())),
        TEXT_TOO_LONG("text", draft -> with(draft, draft.name(), "a".repeat(2001), draft.source(), draft.senderId())),
        STAMP("text", draft -> with(draft, draft.name(), "TỐI MẬT: x", draft.source(), draft.senderId())),
        SOURCE("source", draft -> with(draft, draft.name(), draft.text(), null, draft.senderId())),
        SENDER("senderId", draft -> with(draft, draft.name(), draft.text(), draft.source(), "ĐẶCBIỆT")),
        CLASS(
                "messageClass",
                draft -> new CampaignDraft(
                        draft.name(),
                        null,
                        draft.text(),
                        null,
                        null,
                        draft.source(),
                        draft.senderId(),
                        draft.audience(),
                        draft.waves(),
                        draft.validity(),
                        draft.unansweredPolicy())),
        TEMPLATE_UNKNOWN(
                "templateId",
                draft -> new CampaignDraft(
                        draft.name(),
                        draft.messageClass(),
                        null,
                        77L,
                        null,
                        draft.source(),
                        draft.senderId(),
                        draft.audience(),
                        draft.waves(),
                        draft.validity(),
                        draft.unansweredPolicy())),
        TEXT_AND_TEMPLATE(
                "text",
                draft -> new CampaignDraft(
                        draft.name(),
                        draft.messageClass(),
                        "x",
                        77L,
                        null,
                        draft.source(),
                        draft.senderId(),
                        draft.audience(),
                        draft.waves(),
                        draft.validity(),
                        draft.unansweredPolicy())),
        NO_AUDIENCE("recipientListIds", draft -> audience(draft, List.of(), List.of())),
        UNKNOWN_LIST("recipientListIds", draft -> audience(draft, List.of(999L), List.of())),
        UNKNOWN_UNIT("unitIds", draft -> audience(draft, List.of(), List.of(999L))),
        NO_WAVE("waves", draft -> waves(draft, List.of())),
        PAST("waves[1].at", draft -> waves(draft, List.of(WavePlan.now(), WavePlan.at(NOW.minusSeconds(1))))),
        CRON("waves[0].cron", draft -> waves(draft, List.of(new WavePlan(null, "khi nào rảnh")))),
        CRON_NEVER("waves[0].cron", draft -> waves(draft, List.of(new WavePlan(null, "0 0 8 30 2 ?")))),
        VALIDITY_SHORT("validity", draft -> validity(draft, Duration.ofSeconds(59))),
        VALIDITY_LONG("validity", draft -> validity(draft, Duration.ofDays(8))),
        VALIDITY_MISSING("validity", draft -> validity(draft, null)),
        POLICY(
                "unansweredPolicy",
                draft -> new CampaignDraft(
                        draft.name(),
                        draft.messageClass(),
                        draft.text(),
                        null,
                        null,
                        draft.source(),
                        draft.senderId(),
                        draft.audience(),
                        draft.waves(),
                        draft.validity(),
                        null));

        final String field;
        final UnaryOperator<CampaignDraft> spoil;

        Spoilt(String field, UnaryOperator<CampaignDraft> spoil) {
            this.field = field;
            this.spoil = spoil;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongFieldIsNamedAndNothingIsStored(Spoilt spoilt) {
        InvalidInput refused =
                catchThrowableOfType(InvalidInput.class, () -> desk.draft(spoilt.spoil.apply(draft()), "soanthao"));

        assertThat(refused.problems()).extracting(FieldProblem::field).containsExactly(spoilt.field);
        assertThat(campaigns.page(null, 10)).isEmpty();
    }

    @Test
    void severalWrongFieldsAreNamedTogether() {
        CampaignDraft wrong = with(draft(), "", null, "", "1234");

        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> desk.draft(wrong, "soanthao"));

        assertThat(refused.problems())
                .extracting(FieldProblem::field)
                .containsExactly("name", "text", "source", "senderId");
    }

    @Test
    void anAudienceWithoutAnybodyIsRefused() {
        long empty = list("trống");

        assertThatThrownBy(() -> desk.draft(audience(draft(), List.of(empty), List.of()), "soanthao"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("recipientListIds");
    }

    @Test
    void whoWroteOrSubmittedCanNotApprove() {
        long id = desk.draft(draft(), "soanthao").id();
        desk.submit(id, "trinh");

        assertThatThrownBy(() -> desk.approve(id, "soanthao"))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("không được tự duyệt");
        assertThatThrownBy(() -> desk.approve(id, "trinh")).isInstanceOf(NotAllowed.class);
        assertThat(events).isEmpty();

        assertThat(desk.approve(id, "pheduyet").status()).isEqualTo(CampaignStatus.APPROVED);
        assertThat(events).containsExactly(new CampaignApproved(id));
    }

    @Test
    void aRejectionNeedsAReasonAndTheCampaignCanBeSubmittedAgain() {
        long id = submitted();

        assertThatThrownBy(() -> desk.reject(id, "pheduyet", " ")).isInstanceOf(InvalidInput.class);
        assertThat(desk.reject(id, "pheduyet", "thiếu số công văn").status()).isEqualTo(CampaignStatus.REJECTED);
        assertThat(desk.submit(id, "soanthao").status()).isEqualTo(CampaignStatus.SUBMITTED);
        assertThat(database.jdbc()
                        .sql("SELECT reason FROM approval WHERE campaign_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("thiếu số công văn");
    }

    @Test
    void aMoveThatDoesNotExistIsAConflict() {
        long id = desk.draft(draft(), "soanthao").id();

        assertThatThrownBy(() -> desk.approve(id, "pheduyet")).isInstanceOf(ConflictingState.class);
        assertThatThrownBy(() -> desk.pause(id, "quantri")).isInstanceOf(ConflictingState.class);
        assertThatThrownBy(() -> desk.submit(999, "soanthao")).isInstanceOf(NotFound.class);
    }

    @Test
    void aTimeThatPassedBeforeTheApprovalIsRefusedThen() {
        long id = submitted();
        clock.advance(Duration.ofHours(2));

        assertThatThrownBy(() -> desk.approve(id, "pheduyet"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("waves[1].at");
    }

    @Test
    void pauseAndResumeMoveTheRunningWavesOnly() {
        long id = submitted();
        desk.approve(id, "pheduyet");
        Wave first = waves.ofCampaign(id).getFirst();
        campaigns.transition(id, CampaignStatus.RUNNING);
        waves.begin(first.id(), NOW, NOW.plusSeconds(3600));
        waves.prepared(first.id(), true);

        assertThat(desk.pause(id, "quantri").status()).isEqualTo(CampaignStatus.PAUSED);
        assertThat(waves.ofCampaign(id))
                .extracting(Wave::status)
                .containsExactly(WaveStatus.PAUSED, WaveStatus.SCHEDULED);
        assertThat(desk.resume(id, "quantri").status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(waves.ofCampaign(id))
                .extracting(Wave::status)
                .containsExactly(WaveStatus.RUNNING, WaveStatus.SCHEDULED);
    }

    @Test
    void cancellationEndsTheCampaignAndItsWavesAndEveryActionIsInTheAuditTrail() {
        long id = submitted();
        desk.approve(id, "pheduyet");

        Campaign cancelled = desk.cancel(id, "quantri");

        assertThat(cancelled.status()).isEqualTo(CampaignStatus.CANCELLED);
        assertThat(cancelled.finishedAt()).isEqualTo(NOW);
        assertThat(waves.ofCampaign(id)).extracting(Wave::status).containsOnly(WaveStatus.CANCELLED);
        assertThat(events).containsExactly(new CampaignApproved(id), new CampaignCancelled(id));
        assertThat(database.jdbc()
                        .sql("SELECT CONCAT(actor, ' ', action) FROM audit_trail ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "soanthao CAMPAIGN_DRAFTED",
                        "soanthao CAMPAIGN_SUBMITTED",
                        "pheduyet CAMPAIGN_APPROVED",
                        "quantri CAMPAIGN_CANCELLED");
    }

    @Test
    void listsAndUnitsWithTheirSubUnitsMakeOneAudienceOfDistinctPeople() {
        var jdbc = database.jdbc();
        long parent = unit("Công an tỉnh", null);
        long child = unit("Phòng An ninh mạng", parent);
        person("84962222222", child);
        long both = person("84963333333", parent);
        jdbc.sql("INSERT INTO recipient_list_member (list_id, recipient_id) VALUES (?, ?)")
                .params(list, both)
                .update();
        var members = new AudienceMembers(jdbc);
        var overrides = new LimitOverrides(jdbc, clock);
        var hours = new SendingHours(
                new WindowSettings(false, null, null, null),
                new PhoneReach(new MockEnvironment()),
                new Holidays(jdbc, clock),
                overrides,
                new SendingLimits(jdbc, new AuditTrail(jdbc, clock), event -> {}, clock),
                clock);
        Audience audience = new Audience(List.of(list), List.of(parent));

        assertThat(members.count(audience)).isEqualTo(4);
        List<String> seen = new ArrayList<>();
        long after = 0;
        for (var page = members.page(audience, after, Long.MAX_VALUE, 3);
                !page.isEmpty();
                page = members.page(audience, after, Long.MAX_VALUE, 3)) {
            page.forEach(member -> seen.add(member.msisdn()));
            after = page.getLast().recipientId();
        }
        assertThat(seen).containsExactly("84961111111", "84961111112", "84962222222", "84963333333");
    }

    @Test
    void aSavedAudienceIsCopiedSoThatALaterChangeDoesNotReachTheCampaign() {
        long saved = savedAudience(new AudienceDefinition(false, List.of(list), null, null));
        long id = desk.draft(draft(AudiencePart.saved(saved)), "soanthao").id();

        database.jdbc().sql("DELETE FROM audience").update();

        assertThat(campaigns.audience(id).parts())
                .containsExactly(new AudiencePart(
                        saved, "đã lưu", new AudienceDefinition(false, List.of(list), null, Narrowing.NONE)));
        assertThat(new AudienceMembers(database.jdbc()).count(campaigns.audience(id)))
                .isEqualTo(2);
    }

    @Test
    void anAudienceThatNobodyIsInYetMayBeDraftedButNotSubmitted() {
        var nobody = new AudienceDefinition(
                false, List.of(list), null, new Narrowing(null, null, null, null, null, List.of(0L), null, null, null));
        long id = desk.draft(draft(AudiencePart.of(nobody)), "soanthao").id();

        assertThatThrownBy(() -> desk.submit(id, "soanthao"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("audience: đối tượng hiện không có ai")
                .hasMessageContaining("loosen its narrowing");
    }

    @Test
    void unknownPartsOfAnAudienceAreNamed() {
        var wrong = new AudienceDefinition(false, List.of(999L), null, Narrowing.toUnits(998L));

        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class,
                () -> desk.draft(draft(AudiencePart.saved(404), AudiencePart.of(wrong)), "soanthao"));

        assertThat(refused.problems())
                .extracting(FieldProblem::field)
                .containsExactly("audienceIds", "audience.recipientListIds", "audience.narrowing.unitIds");
    }

    private long savedAudience(AudienceDefinition definition) {
        var audit = new AuditTrail(database.jdbc(), clock);
        return new SavedAudiences(database.jdbc(), new AudienceRules(database.jdbc()), audit, clock)
                .create("đã lưu", definition, "soanthao")
                .id();
    }

    private CampaignDraft draft(AudiencePart... parts) {
        return draft().withAudience(new Audience(List.of(), List.of(), List.of(parts)));
    }

    @Test
    void whatStandsAgainstSendingATextIsAskedAtSubmissionAndAgainAtApproval() {
        long id = desk.draft(draft(), "soanthao").id();
        objections.add(new FieldProblem("senderId", "chưa đăng ký với VIETTEL"));
        assertThatThrownBy(() -> desk.submit(id, "soanthao"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("VIETTEL");
        assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.DRAFT);

        objections.clear();
        desk.submit(id, "soanthao");
        objections.add(new FieldProblem("senderId", "hết hạn đăng ký"));
        assertThatThrownBy(() -> desk.approve(id, "pheduyet")).hasMessageContaining("hết hạn");
        assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);
    }

    private final class AsWritten implements CampaignTexts {

        @Override
        public DraftText of(CampaignDraft draft) {
            return DraftText.asWritten(draft);
        }

        @Override
        public List<FieldProblem> problems(Campaign campaign, Audience audience) {
            return objections;
        }
    }

    private long submitted() {
        long id = desk.draft(draft(), "soanthao").id();
        desk.submit(id, "soanthao");
        return id;
    }

    private CampaignDraft draft() {
        return new CampaignDraft(
                "Cảnh báo OTP",
                MessageClass.CANH_BAO,
                "Không cung cấp mã OTP; đổi mật khẩu ngay",
                null,
                TextForm.ACCENTED,
                "Công văn 12/BC-CA",
                "CANHBAO",
                new Audience(List.of(list), List.of()),
                List.of(WavePlan.now(), WavePlan.at(NOW.plusSeconds(3600))),
                Duration.ofHours(24),
                UnansweredPolicy.KEEP);
    }

    private static CampaignDraft with(CampaignDraft draft, String name, String text, String source, String senderId) {
        return new CampaignDraft(
                name,
                draft.messageClass(),
                text,
                draft.templateId(),
                draft.textForm(),
                source,
                senderId,
                draft.audience(),
                draft.waves(),
                draft.validity(),
                draft.unansweredPolicy());
    }

    private static CampaignDraft audience(CampaignDraft draft, List<Long> lists, List<Long> units) {
        return new CampaignDraft(
                draft.name(),
                draft.messageClass(),
                draft.text(),
                null,
                null,
                draft.source(),
                draft.senderId(),
                new Audience(lists, units),
                draft.waves(),
                draft.validity(),
                draft.unansweredPolicy());
    }

    private static CampaignDraft waves(CampaignDraft draft, List<WavePlan> waves) {
        return new CampaignDraft(
                draft.name(),
                draft.messageClass(),
                draft.text(),
                null,
                null,
                draft.source(),
                draft.senderId(),
                draft.audience(),
                waves,
                draft.validity(),
                draft.unansweredPolicy());
    }

    private static CampaignDraft validity(CampaignDraft draft, Duration validity) {
        return new CampaignDraft(
                draft.name(),
                draft.messageClass(),
                draft.text(),
                null,
                null,
                draft.source(),
                draft.senderId(),
                draft.audience(),
                draft.waves(),
                validity,
                draft.unansweredPolicy());
    }

    private long list(String name, String... msisdns) {
        var jdbc = database.jdbc();
        jdbc.sql("INSERT INTO recipient_list (name, created_by, created_at) VALUES (?, 'a', ?)")
                .params(name, Utc.column(NOW))
                .update();
        long id =
                jdbc.sql("SELECT MAX(id) FROM recipient_list").query(Long.class).single();
        for (String msisdn : msisdns) {
            jdbc.sql("INSERT INTO recipient_list_member (list_id, recipient_id) VALUES (?, ?)")
                    .params(id, person(msisdn, null))
                    .update();
        }
        return id;
    }

    private long person(String msisdn, Long unit) {
        database.jdbc()
                .sql(
                        "INSERT INTO recipient (msisdn, full_name, unit_id, created_at, updated_at) VALUES (?, 'Lê A', ?, ?, ?)")
                .params(msisdn, unit, Utc.column(NOW), Utc.column(NOW))
                .update();
        return database.jdbc()
                .sql("SELECT MAX(id) FROM recipient")
                .query(Long.class)
                .single();
    }

    private long unit(String name, Long parent) {
        database.jdbc()
                .sql("INSERT INTO unit (name, kind, parent_id, created_at) VALUES (?, 'OFFICE', ?, ?)")
                .params(name, parent, Utc.column(NOW))
                .update();
        return database.jdbc().sql("SELECT MAX(id) FROM unit").query(Long.class).single();
    }
}
