package vn.canhbao.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.calendar.Holidays;
import vn.canhbao.core.calendar.PhoneReach;
import vn.canhbao.core.calendar.WindowSettings;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotAllowed;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class CampaignRevisionsIT {

    static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    final TestDatabase.Opened database;
    final JdbcClient jdbc;
    final SettableClock clock = new SettableClock(NOW);
    final Campaigns campaigns;
    final Waves waves;
    final CampaignDesk desk;
    final CampaignRevisions revisions;
    final Submissions submissions;
    final CampaignForms forms;
    final long list;

    CampaignRevisionsIT(TestDatabase kind) {
        database = kind.open();
        jdbc = database.jdbc();
        campaigns = new Campaigns(jdbc, clock);
        waves = new Waves(jdbc, clock);
        submissions = new Submissions(jdbc, clock);
        forms = new CampaignForms(jdbc, clock);
        var members = new AudienceMembers(jdbc);
        var overrides = new LimitOverrides(jdbc, clock);
        var escalations = new Escalations(jdbc, waves, clock);
        var audit = new AuditTrail(jdbc, clock);
        var hours = new SendingHours(
                new WindowSettings(false, null, null, null),
                new PhoneReach(new MockEnvironment()),
                new Holidays(jdbc, clock),
                overrides,
                new SendingLimits(jdbc, audit, event -> {}, clock),
                clock);
        var rules = new DraftRules(
                jdbc, members, List.of(), new WavePlanRules(hours, jdbc, clock), new HandlingRules(Optional.empty()));
        desk = new CampaignDesk(
                campaigns, waves, rules, members, hours, overrides, escalations, audit, event -> {}, Optional.empty());
        revisions = new CampaignRevisions(campaigns, waves, escalations, rules, audit, Optional.empty());
        list = list("Cán bộ", 3);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rejectedCampaignIsRewrittenAndWhatChangedIsKnown() {
        long id = desk.draft(draft("Gọi 113", WavePlan.now(), WavePlan.at(NOW.plusSeconds(7200))), "an")
                .id();
        desk.submit(id, "an");
        desk.reject(id, "xuan", "thiếu số");
        clock.advance(Duration.ofMinutes(1));

        revisions.revise(id, draft("Gọi 113 hoặc 156", WavePlan.now()), "an");

        assertThat(campaigns.get(id).text()).isEqualTo("Gọi 113 hoặc 156");
        assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.REJECTED);
        assertThat(waves.ofCampaign(id)).hasSize(1);
        assertThat(campaigns.audience(id).recipientListIds()).containsExactly(list);
        Submissions.Rejection rejection = submissions.lastRejection(id).orElseThrow();
        assertThat(rejection.reason()).isEqualTo("thiếu số");
        assertThat(rejection.content().fields()).containsEntry("text", "Gọi 113");
        assertThat(submissions.current(id).fields()).containsEntry("text", "Gọi 113 hoặc 156");
        assertThat(rejection.content().fields().get("waves")).contains("2. 10:00 01/12/2026");
    }

    @Test
    void whoeverChangedADraftDoesNotApproveIt() {
        long id = desk.draft(draft("Gọi 113", WavePlan.now()), "an").id();
        revisions.revise(id, draft("Gọi 156", WavePlan.now()), "binh");
        desk.submit(id, "an");

        assertThatThrownBy(() -> desk.approve(id, "binh")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.reject(id, "binh", "không")).isInstanceOf(NotAllowed.class);
        assertThat(desk.approve(id, "xuan").status()).isEqualTo(CampaignStatus.APPROVED);
    }

    @Test
    void submittedCampaignStaysAsItIs() {
        long id = desk.draft(draft("Gọi 113", WavePlan.now()), "an").id();
        desk.submit(id, "an");

        assertThatThrownBy(() -> revisions.revise(id, draft("Gọi 156", WavePlan.now()), "an"))
                .isInstanceOf(ConflictingState.class);
        assertThat(campaigns.get(id).text()).isEqualTo("Gọi 113");
    }

    @Test
    void wrongRevisionNamesItsFieldAndChangesNothing() {
        long id = desk.draft(draft("Gọi 113", WavePlan.now()), "an").id();

        assertThatThrownBy(() -> revisions.revise(id, draft(" ", WavePlan.now()), "an"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .anyMatch(problem -> problem.field().equals("text")));
        assertThat(campaigns.get(id).text()).isEqualTo("Gọi 113");
    }

    @Test
    void escalationIsTakenFromTheRevision() {
        long id = desk.draft(
                        draft("Gọi 113", WavePlan.now()).escalating(new Escalation(Duration.ofMinutes(30), 2, false)),
                        "an")
                .id();
        assertThat(waves.ofCampaign(id)).hasSize(3);

        revisions.revise(
                id, draft("Gọi 113", WavePlan.now()).escalating(new Escalation(Duration.ofMinutes(60), 1, true)), "an");
        assertThat(waves.ofCampaign(id)).hasSize(2);
        revisions.revise(id, draft("Gọi 113", WavePlan.now()), "an");
        assertThat(waves.ofCampaign(id)).hasSize(1);
    }

    @Test
    void formIsKeptForItsAuthorOnly() {
        String key = "0".repeat(36);
        forms.keep(key, "an", null, Map.of("name", List.of("Dở"), "kinds", List.of("A", "B")));
        forms.keep(key, "an", null, Map.of("name", List.of("Dở dang"), "kinds", List.of("A", "B")));

        assertThat(forms.unfinished("an")).singleElement().satisfies(form -> {
            assertThat(form.first("name")).isEqualTo("Dở dang");
            assertThat(form.fields().get("kinds")).containsExactly("A", "B");
            assertThat(form.savedAt()).isEqualTo(NOW);
        });
        assertThat(forms.find(key, "binh")).isEmpty();
        forms.forget(key, "binh");
        assertThat(forms.find(key, "an")).isPresent();
        forms.forget(key, "an");
        assertThat(forms.unfinished("an")).isEmpty();
    }

    @Test
    void countStopsWhereItIsTold() {
        var members = new AudienceMembers(jdbc);
        long other = list("Dân", 4);
        Audience both = new Audience(List.of(list, other), List.of());
        Audience narrowed = both.narrowedBy(Narrowing.toUnits(987_654L));

        assertThat(members.countUpTo(both, 100)).isEqualTo(4);
        assertThat(members.countUpTo(both, 2)).isEqualTo(2);
        assertThat(members.isEmpty(both)).isFalse();
        assertThat(members.isEmpty(narrowed)).isTrue();
        List<Long> ids = members.page(both, 0, Long.MAX_VALUE, 10).stream()
                .map(AudienceMembers.Member::recipientId)
                .toList();
        assertThat(members.among(new Audience(List.of(list), List.of()), ids)).hasSize(3);
        assertThat(new BoundedAudiences(database.dataSource()).size(both)).isEqualTo(new AudienceSize(4, false));
    }

    private CampaignDraft draft(String text, WavePlan... plans) {
        return new CampaignDraft(
                "Cảnh báo",
                MessageClass.CANH_BAO,
                text,
                null,
                TextForm.ACCENTED,
                "Công văn 12",
                "CANHBAO",
                new Audience(List.of(list), List.of()),
                List.of(plans),
                Duration.ofHours(24),
                UnansweredPolicy.KEEP);
    }

    /** The first so many of the same people. */
    private long list(String name, int people) {
        jdbc.sql("INSERT INTO recipient_list (name, created_by, created_at) VALUES (?, 'an', '2026-11-01 00:00:00')")
                .param(name)
                .update();
        long id = jdbc.sql("SELECT id FROM recipient_list WHERE name = ?")
                .param(name)
                .query(Long.class)
                .single();
        for (int i = 0; i < people; i++) {
            jdbc.sql("INSERT IGNORE INTO recipient (msisdn, full_name, created_at, updated_at)"
                            + " VALUES (?, 'A', '2026-11-01 00:00:00', '2026-11-01 00:00:00')")
                    .param("8491200000" + i)
                    .update();
            jdbc.sql(
                            "INSERT INTO recipient_list_member (list_id, recipient_id) SELECT ?, id FROM recipient WHERE msisdn = ?")
                    .params(id, "8491200000" + i)
                    .update();
        }
        return id;
    }
}
