package vn.canhbao.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RunningConsole;

/** Windows, holidays, plans of several waves, their changes and overrides, as scripts see them. */
@TestPropertySource(
        properties = {
            "canhbao.windows.enforced=true",
            "canhbao.windows.canh-bao.hours=00:00-24:00",
            "canhbao.windows.tuyen-truyen.hours=closed",
            "canhbao.windows.dieu-hanh.hours=MON-FRI 08:00-17:00"
        })
class ScheduleApiIT extends RunningConsole {

    @Autowired
    private JdbcClient jdbc;

    private long list;

    @BeforeEach
    void listOfOne() {
        list = created("soanthao", "/api/v1/recipient-lists", "{\"name\":\"" + freshName("Lịch") + "\"}")
                .path("id")
                .asLong();
        jdbc.sql(
                        "INSERT IGNORE INTO recipient (msisdn, full_name, created_at, updated_at) VALUES ('84912345678', 'A', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
                .update();
        jdbc.sql(
                        "INSERT INTO recipient_list_member (list_id, recipient_id) SELECT ?, id FROM recipient WHERE msisdn = '84912345678'")
                .param(list)
                .update();
    }

    @Test
    void aPlanOfSeveralWavesIsShownWithWhatEachFollows() {
        JsonNode waves = draft("CANH_BAO", "[{\"at\":\"2099-12-01T08:00:00+07:00\"},{\"after\":1,\"delay\":\"P2D\"}]")
                .path("waves");

        assertThat(waves.get(1).path("after").asInt()).isEqualTo(1);
        assertThat(waves.get(1).path("delay").asString()).isEqualTo("PT48H");
        assertThat(waves.get(1).path("at").isNull()).isTrue();
        assertThat(waves.get(0).path("changeable").asBoolean()).isTrue();
    }

    @Test
    void aWaveSaysWhomItAddressesInAWordOrInFull() {
        JsonNode waves = draft(
                        "CANH_BAO",
                        "[{\"now\":true,\"narrowing\":{\"operators\":[\"VINAPHONE\"]}},{\"after\":1,\"narrowing\":\"rest\"}]")
                .path("waves");

        assertThat(waves.get(0).path("narrowing").path("operators").get(0).asString())
                .isEqualTo("VINAPHONE");
        assertThat(waves.get(1).path("narrowing").path("notAddressedBy").get(0).asLong())
                .isZero();
    }

    @Test
    void aNarrowingThatWouldBeMisunderstoodIsNamed() {
        refused("CANH_BAO", "[{\"now\":true,\"narrowing\":\"others\"}]", "waves[0].narrowing");
        refused("CANH_BAO", "[{\"now\":true,\"narrowing\":{\"unit\":[1]}}]", "waves[0].narrowing.unit");
        refused("CANH_BAO", "[{\"now\":true,\"narrowing\":{\"unitIds\":[987654]}}]", "waves[0].narrowing.unitIds");
    }

    @Test
    void aWaveThatFollowsItselfOrALaterOneIsNamed() {
        refused("CANH_BAO", "[{\"after\":1}]", "waves[0].after");
        refused("CANH_BAO", "[{\"cron\":\"0 0 8 ? * MON\"},{\"after\":1}]", "waves[1].after");
        refused("CANH_BAO", "[{\"now\":true},{\"after\":1,\"delay\":\"P99D\"}]", "waves[1].delay");
        refused("CANH_BAO", "[{\"now\":true,\"delay\":\"P1D\"}]", "waves[0]");
    }

    @Test
    void aWindowThatNeverOpensIsNamedWithTheRemedy() {
        JsonNode problem = refused("TUYEN_TRUYEN", "[{\"now\":true}]", "waves[0].at");

        assertThat(message(problem)).contains("canhbao.windows", "bảng ngày nghỉ", "never opens");
    }

    @Test
    void aWaveWhoseValidityEndsBeforeTheOpeningIsNamedWhenItIsDrafted() {
        // A Saturday morning, valid until Sunday.
        JsonNode problem = refused("DIEU_HANH", "[{\"at\":\"2098-11-29T09:00:00+07:00\"}]", "waves[0].at");

        assertThat(message(problem)).contains("08:00 01/12/2098", "override");
    }

    @Test
    void aCronThatNeverFiresOrOnlyInAClosedWindowIsNamed() {
        assertThat(message(refused("CANH_BAO", "[{\"cron\":\"0 0 8 30 2 ?\"}]", "waves[0].cron")))
                .contains("never fires");
        assertThat(message(refused("DIEU_HANH", "[{\"cron\":\"0 0 9 ? * SUN\"}]", "waves[0].cron")))
                .contains("only outside the sending window");
    }

    @Test
    void aScheduledWaveSaysItsWindow() {
        JsonNode window = draft("DIEU_HANH", "[{\"at\":\"2098-12-01T09:00:00+07:00\"}]")
                .path("waves")
                .get(0)
                .path("window");

        assertThat(window.path("hours").asString()).isEqualTo("MON-FRI 08:00-17:00");
        assertThat(window.path("closesAt").asString()).startsWith("2098-12-01T17:00");
    }

    @Test
    void aDraftsWaveIsChangedAtOnceAndAnApprovedOneOnlyByAnotherPerson() {
        JsonNode campaign = draft("CANH_BAO", "[{\"at\":\"2099-12-01T08:00:00+07:00\"}]");
        String wave = "/api/v1/campaigns/" + campaign.path("id").asLong() + "/waves/"
                + campaign.path("waves").get(0).path("id").asLong();
        assertThat(patch("soanthao", wave, "{\"at\":\"2099-12-02T08:00:00+07:00\"}")
                        .path("at")
                        .asString())
                .startsWith("2099-12-02T08:00");
        approved(campaign.path("id").asLong(), "{}");

        JsonNode proposed = patch("soanthao", wave, "{\"at\":\"2099-12-03T08:00:00+07:00\"}");
        assertThat(proposed.path("at").asString()).startsWith("2099-12-02");
        assertThat(proposed.path("change").path("at").asString()).startsWith("2099-12-03");
        assertThat(proposed.path("change").path("proposedBy").asString()).isEqualTo("soanthao");

        JsonNode changed = post("pheduyet", wave + "/change/approve", "{}");
        assertThat(changed.path("at").asString()).startsWith("2099-12-03");
        assertThat(changed.path("change").isNull()).isTrue();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM QRTZ_TRIGGERS WHERE NEXT_FIRE_TIME = ?")
                        .param(Instant.parse("2099-12-03T01:00:00Z").toEpochMilli())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql(
                                "SELECT action FROM audit_trail WHERE subject = ? AND action LIKE 'WAVE_CHANGE%' ORDER BY id")
                        .param("campaign " + campaign.path("id").asLong())
                        .query(String.class)
                        .list())
                .containsExactly("WAVE_CHANGED", "WAVE_CHANGE_PROPOSED", "WAVE_CHANGE_APPROVED");
    }

    @Test
    void aChangeInTheBodysFieldsIsNamedByThem() {
        JsonNode campaign = draft("CANH_BAO", "[{\"at\":\"2099-12-01T08:00:00+07:00\"}]");

        as("soanthao")
                .patch()
                .uri("/api/v1/campaigns/" + campaign.path("id").asLong() + "/waves/"
                        + campaign.path("waves").get(0).path("id").asLong())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"at\":\"2020-12-01T08:00:00+07:00\"}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("at");
    }

    @Test
    void anOverrideNeedsAReasonAndIsShownAndAudited() {
        JsonNode campaign = draft("CANH_BAO", "[{\"at\":\"2099-12-01T08:00:00+07:00\"}]");
        long id = campaign.path("id").asLong();
        submit(id);
        as("pheduyet")
                .post()
                .uri("/api/v1/campaigns/" + id + "/approve")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"override\":{\"windows\":true}}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("override.reason");

        JsonNode override = post(
                        "pheduyet",
                        "/api/v1/campaigns/" + id + "/approve",
                        "{\"override\":{\"windows\":true,\"caps\":true,\"reason\":\"Vụ việc đang diễn ra\"}}")
                .path("override");

        assertThat(override.path("windows").asBoolean()).isTrue();
        assertThat(override.path("caps").asBoolean()).isTrue();
        assertThat(override.path("grantedBy").asString()).isEqualTo("pheduyet");
        assertThat(jdbc.sql("SELECT detail FROM audit_trail WHERE subject = ? AND action = 'LIMITS_OVERRIDDEN'")
                        .param("campaign " + id)
                        .query(String.class)
                        .single())
                .contains("windows", "caps", "Vụ việc đang diễn ra");
    }

    @Test
    void theHolidayTableIsEditedDayByDay() {
        as("quantri")
                .post()
                .uri("/api/v1/holidays")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"date\":\"2088-01-21\",\"name\":\"Tết Nguyên đán\",\"kind\":\"DAY_OFF\"}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/v1/holidays/2088-01-21");
        JsonNode year = get("/api/v1/holidays?year=2088");
        assertThat(year.path("items").get(0).path("name").asString()).isEqualTo("Tết Nguyên đán");
        assertThat(year.path("missing").size()).isEqualTo(1);

        assertThat(patch("quantri", "/api/v1/holidays/2088-01-21", "{\"kind\":\"WORKING_DAY\"}")
                        .path("kind")
                        .asString())
                .isEqualTo("WORKING_DAY");
        as("quantri")
                .delete()
                .uri("/api/v1/holidays/2088-01-21")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(get("/api/v1/holidays?year=2088").path("items").size()).isZero();
    }

    @Test
    void aHolidayThatCannotBeReadIsNamed() {
        as("quantri")
                .post()
                .uri("/api/v1/holidays")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"date\":\"06/02/2027\",\"name\":\"Tết\",\"kind\":\"DAY_OFF\"}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("date");
    }

    @Test
    void thisYearAndTheNextHaveTheirFixedHolidays() {
        int next = LocalDate.now().getYear() + 1;

        assertThat(get("/api/v1/holidays?year=" + next).path("items").size()).isGreaterThanOrEqualTo(4);
    }

    private JsonNode draft(String messageClass, String waves) {
        return created("soanthao", "/api/v1/campaigns", body(messageClass, waves));
    }

    private JsonNode refused(String messageClass, String waves, String field) {
        JsonNode problem = as("soanthao")
                .post()
                .uri("/api/v1/campaigns")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body(messageClass, waves))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(problem.path("errors").get(0).path("field").asString()).isEqualTo(field);
        return problem;
    }

    private String body(String messageClass, String waves) {
        return """
                {"name":"%s","messageClass":"%s","text":"Cảnh báo.","source":"Công văn 1","recipientListIds":[%d],"senderId":"CONGAN","waves":%s}
                """.formatted(freshName("Lịch"), messageClass, list, waves);
    }

    private static String message(JsonNode problem) {
        return problem.path("errors").get(0).path("message").asString();
    }

    private void submit(long id) {
        post("soanthao", "/api/v1/campaigns/" + id + "/submit", "{}");
    }

    private void approved(long id, String approval) {
        submit(id);
        post("pheduyet", "/api/v1/campaigns/" + id + "/approve", approval);
    }

    private JsonNode get(String path) {
        return as("pheduyet")
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode post(String user, String path, String json) {
        return as(user).post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode patch(String user, String path, String json) {
        return as(user).patch()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
