package vn.canhbao.scheduler.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.CampaignDraft;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.scheduler.estimate.CampaignEstimate;
import vn.canhbao.scheduler.estimate.CampaignEstimates;
import vn.canhbao.scheduler.estimate.EstimateState;
import vn.canhbao.scheduler.estimate.RecipientPreview;
import vn.canhbao.scheduler.estimate.RecipientPreviews;

/** What is said of a campaign before it is submitted, beside what is prepared afterwards. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class EstimateIT {

    private static final int PEOPLE = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final TestDatabase.Opened database;
    SchedulerApplication application;

    @TempDir
    Path directory;

    EstimateIT(TestDatabase kind) {
        database = kind.open();
    }

    @AfterEach
    void close() {
        if (application != null) {
            application.close();
        }
        database.close();
    }

    @Test
    void anExactEstimateIsWhatIsPreparedAfterwards() {
        start();
        long list = peopleOfAllKinds();
        long campaign = draft(list);

        CampaignEstimate estimate = estimate(campaign);

        assertThat(estimate.exact()).isTrue();
        assertThat(estimate.recipients()).isEqualTo(PEOPLE);
        assertThat(estimate.excluded()).isEqualTo(30);
        assertThat(estimate.unusable()).isEqualTo(PEOPLE / 10 - 3);
        prepare(campaign);
        assertThat(estimate.operators()).hasSize(3).allSatisfy(operator -> {
            Map<String, Object> prepared = prepared(operator.operator());
            assertThat(operator.messages()).isEqualTo(((Number) prepared.get("messages")).longValue());
            assertThat(operator.segments()).isEqualTo(((Number) prepared.get("segments")).longValue());
            assertThat(operator.segments()).isGreaterThan(operator.messages());
            assertThat(operator.most()).isEqualTo(operator.fewest());
        });
        assertThat(estimate.excluded()).isEqualTo(count("SELECT COUNT(*) FROM message WHERE status = 'SUPPRESSED'"));
        assertThat(estimate.unusable()).isEqualTo(count("SELECT COUNT(*) FROM message WHERE status = 'FAILED'"));
    }

    @Test
    void aLargeAudienceIsEstimatedFromASampleWithARange() {
        start("canhbao.estimate.exact-up-to=500", "canhbao.estimate.sample=300");
        long list = peopleOfAllKinds();
        long campaign = draft(list);

        CampaignEstimate estimate = estimate(campaign);

        assertThat(estimate.exact()).isFalse();
        assertThat(estimate.counted()).isEqualTo(300);
        assertThat(estimate.recipients()).isEqualTo(PEOPLE);
        prepare(campaign);
        long segments = count("SELECT SUM(segments) FROM message WHERE status = 'READY'");
        assertThat(estimate.segments()).isCloseTo(segments, org.assertj.core.api.Assertions.withinPercentage(10));
        assertThat(estimate.operators())
                .allSatisfy(
                        operator -> assertThat(operator.segments()).isBetween(operator.fewest(), operator.most() - 1));
    }

    @Test
    void itIsStoredAndCountedAgainWhenAsked() {
        start();
        long list = peopleOfAllKinds();
        long campaign = draft(list);
        CampaignEstimate first = estimate(campaign);
        database.jdbc()
                .sql("DELETE FROM recipient_list_member WHERE recipient_id > (SELECT MIN(id) FROM recipient) + 99")
                .update();

        assertThat(estimate(campaign)).isEqualTo(first);
        assertThat(application.bean(CampaignEstimates.class).again(campaign, PATIENCE))
                .isInstanceOfSatisfying(
                        EstimateState.Ready.class,
                        ready -> assertThat(ready.estimate().recipients()).isEqualTo(100));
        assertThat(estimate(campaign).recipients()).isEqualTo(100);
    }

    @Test
    void theTextOfAnyRecipientIsShownAsItWillBeSent() {
        start();
        long list = peopleOfAllKinds();
        long campaign = draft(list);
        RecipientPreviews previews = application.bean(RecipientPreviews.class);

        RecipientPreview found = previews.find(campaign, "091 000 0001").orElseThrow();

        assertThat(found.operator()).isEqualTo("VINAPHONE");
        assertThat(found.text().text()).startsWith("Chao Nguoi 1,");
        assertThat(previews.find(campaign, "người 2").orElseThrow().fullName()).isEqualTo("Người 2");
        assertThat(previews.find(campaign, "không ai")).isEmpty();
        assertThat(previews.find(campaign, "0960000000").orElseThrow().excluded())
                .contains("REFUSED");
        assertThat(previews.find(campaign, "0960000039").orElseThrow().problem())
                .contains("unit");
        RecipientPreview next = previews.after(campaign, found.recipientId()).orElseThrow();
        assertThat(next.recipientId()).isGreaterThan(found.recipientId());
        prepare(campaign);
        assertThat(database.jdbc()
                        .sql("SELECT text FROM message WHERE msisdn = ?")
                        .param(next.msisdn())
                        .query(String.class)
                        .single())
                .isEqualTo(next.text().text());
    }

    @Test
    void whoIsNotInTheAudienceHasNoPreview() {
        start();
        long list = peopleOfAllKinds();
        long campaign = draft(list);
        database.jdbc()
                .sql(
                        "INSERT INTO recipient (msisdn, full_name, created_at, updated_at) VALUES ('84999999999', 'Ngoài', NOW(), NOW())")
                .update();
        long outside = count("SELECT MAX(id) FROM recipient");
        RecipientPreviews previews = application.bean(RecipientPreviews.class);

        assertThat(previews.find(campaign, "0999999999")).isEmpty();
        assertThat(previews.after(campaign, outside - 1)).isEmpty();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> previews.of(campaign, outside))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("" + outside);
    }

    private void start(String... settings) {
        application = SchedulerApplication.start(database, directory, null, List.of(settings));
    }

    /** Units of different length, every tenth person without one, 30 suppressed, of whom 3 have no unit. */
    private long peopleOfAllKinds() {
        long list = SchedulerApplication.list(database.jdbc(), "mọi người", PEOPLE);
        for (String unit : List.of("Xã A", "Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao")) {
            database.jdbc()
                    .sql("INSERT INTO unit (name, kind, created_at) VALUES (?, 'OFFICE', NOW())")
                    .param(unit)
                    .update();
        }
        long unit = count("SELECT MIN(id) FROM unit");
        database.jdbc()
                .sql("UPDATE recipient SET unit_id = ? + MOD(id, 2) WHERE msisdn NOT LIKE '%9'")
                .param(unit)
                .update();
        database.jdbc()
                .sql("INSERT INTO suppression (msisdn, reason, created_by, created_at)"
                        + " SELECT msisdn, 'REFUSED', 'a', NOW() FROM recipient WHERE full_name LIKE 'Người %'"
                        + " AND CAST(SUBSTRING(msisdn, 5) AS SIGNED) < 30")
                .update();
        return list;
    }

    private long draft(long list) {
        return application
                .bean(CampaignDesk.class)
                .draft(
                        new CampaignDraft(
                                "thử",
                                MessageClass.CANH_BAO,
                                "Chào {{full_name}}, {{unit}}: không chuyển tiền cho người lạ, không cung cấp mã OTP. Gặp nghi vấn báo Công an xã.",
                                null,
                                TextForm.UNACCENTED,
                                "CV 1",
                                "CANHBAO",
                                new Audience(List.of(list), List.of()),
                                List.of(WavePlan.now()),
                                Duration.ofHours(1),
                                UnansweredPolicy.KEEP),
                        "soanthao")
                .id();
    }

    private CampaignEstimate estimate(long campaign) {
        return ((EstimateState.Ready) application.bean(CampaignEstimates.class).of(campaign, PATIENCE)).estimate();
    }

    private void prepare(long campaign) {
        CampaignDesk desk = application.bean(CampaignDesk.class);
        desk.submit(campaign, "soanthao");
        desk.approve(campaign, "pheduyet");
        await().atMost(PATIENCE)
                .until(() -> application
                                .bean(Waves.class)
                                .ofCampaign(campaign)
                                .getFirst()
                                .status()
                        == WaveStatus.RUNNING);
    }

    private Map<String, Object> prepared(String operator) {
        return database.jdbc()
                .sql(
                        "SELECT COUNT(*) AS messages, SUM(segments) AS segments FROM message WHERE operator_code = ? AND status = 'READY'")
                .param(operator)
                .query()
                .singleRow();
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }
}
