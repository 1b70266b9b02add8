package vn.canhbao.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RestScript;
import vn.canhbao.console.RunningConsole;

/** Waves one by one, corrections, test sends, exercises and spread, by REST, over the built-in SMSC. */
@TestPropertySource(properties = "canhbao.test-send.numbers=0961 000 001, 0961000002")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignControlApiIT extends RunningConsole {

    private static final String TOMORROW = "{\"at\":\"2099-01-01T08:00:00+07:00\"}";

    @Autowired
    private JdbcClient jdbc;

    private long list;

    @BeforeAll
    void importList() {
        list = new RestScript(port)
                .list(
                        freshName("Điều khiển"),
                        "msisdn,full_name,unit\n0962000001,An,A\n0962000002,Bình,A\n0962000003,Chi,A\n");
    }

    @Test
    void aWaveIsPausedResumedAndCancelledAndTheCampaignWithItsLast() {
        long campaign = approved(draft("", TOMORROW + "," + TOMORROW));
        long first = waveId(campaign, 0);
        long second = waveId(campaign, 1);

        assertThat(status(post("pheduyet", wave(campaign, first, "pause")), 0)).isEqualTo("PAUSED");
        assertThat(status(get(campaign), 1)).isEqualTo("SCHEDULED");
        post("soanthao", "/api/v1/campaigns/" + campaign + "/pause");
        post("soanthao", "/api/v1/campaigns/" + campaign + "/resume");
        assertThat(status(get(campaign), 0)).as("paused by itself").isEqualTo("PAUSED");
        assertThat(status(post("soanthao", wave(campaign, first, "resume")), 0)).isEqualTo("SCHEDULED");

        post("soanthao", wave(campaign, first, "cancel"));
        assertThat(get(campaign).path("status").asString()).isEqualTo("APPROVED");
        JsonNode over = post("soanthao", wave(campaign, second, "cancel"));
        assertThat(over.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(audited(campaign, "WAVE_PAUSED")).isEqualTo(1);
        assertThat(audited(campaign, "WAVE_RESUMED")).isEqualTo(1);
        assertThat(audited(campaign, "WAVE_CANCELLED")).isEqualTo(2);
    }

    @Test
    void aWaveInAnotherStateOrOfAnotherCampaignIsRefused() {
        long campaign = approved(draft("", TOMORROW));
        long other = approved(draft("", TOMORROW));
        long wave = waveId(campaign, 0);

        assertThat(statusOf("soanthao", wave(campaign, wave, "resume"), null)).isEqualTo(HttpStatus.CONFLICT);
        assertThat(statusOf("soanthao", wave(other, wave, "pause"), null)).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(statusOf("giamsat", wave(campaign, wave, "pause"), null)).isEqualTo(HttpStatus.FORBIDDEN);
        post("soanthao", "/api/v1/campaigns/" + campaign + "/pause");
        assertThat(statusOf("soanthao", wave(campaign, wave, "pause"), null)).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void aCorrectionGoesToExactlyThoseWhoMayHaveReceivedTheFirst() {
        long first = approved(draft("", "{\"now\":true}"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(first).path("tallies").path("planned").asLong() == 3
                        && get(first).path("tallies").path("pending").asLong() == 0);
        // As if one had failed and one were in doubt.
        jdbc.sql("UPDATE message SET status = 'FAILED' WHERE campaign_id = ? AND msisdn = '84962000001'")
                .param(first)
                .update();
        jdbc.sql("UPDATE message SET status = 'UNANSWERED' WHERE campaign_id = ? AND msisdn = '84962000002'")
                .param(first)
                .update();
        jdbc.sql("UPDATE message SET status = 'DELIVERED' WHERE campaign_id = ? AND msisdn = '84962000003'")
                .param(first)
                .update();

        JsonNode correction = created(
                "soanthao",
                "/api/v1/campaigns/" + first + "/correction",
                "{\"text\":\"Đính chính: tin trước sai địa chỉ.\",\"source\":\"CV 2/BC\"}");
        long id = correction.path("id").asLong();
        assertThat(correction.path("status").asString()).isEqualTo("DRAFT");
        assertThat(correction.path("correctsId").asLong()).isEqualTo(first);
        assertThat(correction.path("urgent").asBoolean()).isTrue();
        assertThat(get(first).path("correctedBy").path(0).asLong()).isEqualTo(id);

        approved(id);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(id).path("tallies").path("planned").asLong() > 0
                        && get(id).path("tallies").path("pending").asLong() == 0);
        assertThat(jdbc.sql("SELECT msisdn FROM message WHERE campaign_id = ? ORDER BY msisdn")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("84962000002", "84962000003");
    }

    @Test
    void whatWasNeverSentNeedsNoCorrection() {
        long draft = draft("", TOMORROW);
        String correction = "{\"text\":\"Đính chính.\"}";

        assertThat(statusOf("soanthao", "/api/v1/campaigns/" + draft + "/correction", correction))
                .isEqualTo(HttpStatus.CONFLICT);
        approved(draft);
        assertThat(statusOf("soanthao", "/api/v1/campaigns/" + draft + "/correction", correction))
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aTestSendGoesToListedNumbersOnlyAndIsInNoFigures() {
        long campaign = draft("", TOMORROW);
        String path = "/api/v1/campaigns/" + campaign + "/test-send";

        JsonNode sent = created("soanthao", path, "{\"numbers\":[\"0961000001\",\"84961000002\",\"0961000001\"]}");
        assertThat(sent.path("messages").size()).isEqualTo(2);
        String sends = "/api/v1/campaigns/" + campaign + "/test-sends";
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            JsonNode messages = read("soanthao", sends).path("items").path(0).path("messages");
            return messages.valueStream()
                    .allMatch(message -> message.path("finalAt").isString()
                            || message.path("status").asString().equals("UNANSWERED"));
        });

        assertThat(get(campaign).path("tallies").path("planned").asLong()).isZero();
        assertThat(get(campaign).path("status").asString()).isEqualTo("DRAFT");
        assertThat(read("soanthao", "/api/v1/campaigns?limit=1000")
                        .path("items")
                        .valueStream())
                .noneMatch(line -> line.path("id").asLong() == sent.path("id").asLong());
        assertThat(audited(campaign, "TEST_SENT")).isEqualTo(1);
        assertThat(statusOf("soanthao", path, "{\"numbers\":[\"0961000003\"]}")).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(statusOf("soanthao", path, "{\"numbers\":[]}")).isEqualTo(HttpStatus.BAD_REQUEST);
        approved(campaign);
        assertThat(statusOf("soanthao", path, "{\"numbers\":[\"0961000001\"]}")).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void urgencyExerciseAndSpreadAreShownAndAudited() {
        long campaign = draft(",\"urgent\":true,\"exercise\":true", "{\"now\":true,\"spread\":\"PT30M\"}");

        JsonNode view = get(campaign);
        assertThat(view.path("urgent").asBoolean()).isTrue();
        assertThat(view.path("exercise").asBoolean()).isTrue();
        assertThat(view.path("waves").path(0).path("spread").asString()).isEqualTo("PT30M");
        assertThat(jdbc.sql("SELECT detail FROM audit_trail WHERE subject = ? AND action = 'CAMPAIGN_DRAFTED'")
                        .param("campaign " + campaign)
                        .query(String.class)
                        .single())
                .startsWith("urgent exercise ");
    }

    @Test
    void aSpreadThatOutlastsTheValidityIsRefusedByField() {
        assertThat(as("soanthao")
                        .post()
                        .uri("/api/v1/campaigns")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body("", "{\"now\":true,\"spread\":\"PT1H\"}"))
                        .exchange()
                        .expectStatus()
                        .isBadRequest()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("waves[0].spread");
    }

    private long draft(String more, String waves) {
        return created("soanthao", "/api/v1/campaigns", body(more, waves))
                .path("id")
                .asLong();
    }

    private String body(String more, String waves) {
        return """
                {"name":"%s","text":"Cảnh báo thử.","source":"CV 1/BC","senderId":"CANHBAO","recipientListIds":[%d],
                 "validity":"PT1H","waves":[%s]%s}
                """.formatted(freshName("Điều khiển"), list, waves, more);
    }

    private long approved(long campaign) {
        post("soanthao", "/api/v1/campaigns/" + campaign + "/submit");
        post("pheduyet", "/api/v1/campaigns/" + campaign + "/approve");
        return campaign;
    }

    private long waveId(long campaign, int index) {
        return get(campaign).path("waves").path(index).path("id").asLong();
    }

    private static String wave(long campaign, long wave, String order) {
        return "/api/v1/campaigns/" + campaign + "/waves/" + wave + "/" + order;
    }

    private static String status(JsonNode campaign, int wave) {
        return campaign.path("waves").path(wave).path("status").asString();
    }

    private long audited(long campaign, String action) {
        return jdbc.sql("SELECT COUNT(*) FROM audit_trail WHERE subject = ? AND action = ?")
                .params("campaign " + campaign, action)
                .query(Long.class)
                .single();
    }

    private JsonNode get(long campaign) {
        return read("soanthao", "/api/v1/campaigns/" + campaign);
    }

    private JsonNode read(String user, String path) {
        return as(user).get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode post(String user, String path) {
        return as(user).post()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private HttpStatus statusOf(String user, String path, String json) {
        var request = as(user).post().uri(path);
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(json);
        }
        return HttpStatus.valueOf(request.exchange().returnResult().getStatus().value());
    }
}
