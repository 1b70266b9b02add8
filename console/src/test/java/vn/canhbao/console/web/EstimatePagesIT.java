package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.console.Visitor;

/** What a campaign would send, cost and take, in REST and on its page, and the tariffs that the cost comes from. */
class EstimatePagesIT extends RunningConsole {

    @Autowired
    private JdbcClient jdbc;

    private long campaign;
    private long recipient;

    @BeforeEach
    void aDraftToOnePerson() {
        jdbc.sql("DELETE FROM operator_tariff").update();
        long list = created("soanthao", "/api/v1/recipient-lists", "{\"name\":\"" + freshName("Ước tính") + "\"}")
                .path("id")
                .asLong();
        jdbc.sql("INSERT IGNORE INTO recipient (msisdn, full_name, created_at, updated_at)"
                        + " VALUES ('84912000111', 'Trần Thị Bình', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
                .update();
        recipient = jdbc.sql("SELECT id FROM recipient WHERE msisdn = '84912000111'")
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO recipient_list_member (list_id, recipient_id) VALUES (?, ?)")
                .params(list, recipient)
                .update();
        campaign = created("soanthao", "/api/v1/campaigns", """
                        {"name":"%s","text":"Chào {{full_name}}","source":"Công văn 1","recipientListIds":[%d],"senderId":"CONGAN","waves":[{"now":true}]}
                        """.formatted(freshName("Ước tính"), list))
                .path("id")
                .asLong();
    }

    @Test
    void theEstimateHasTheCostByTheTariffOfToday() {
        assertThat(estimate().path("costVnd").isNull()).isTrue();
        assertThat(estimate().path("notes").toString()).contains("VinaPhone: chưa có đơn giá");

        created(
                "quantri",
                "/api/v1/tariffs",
                "{\"operator\":\"VINAPHONE\",\"validFrom\":\"2026-01-01\",\"vndPerSegment\":345}");

        JsonNode estimate = estimate();
        assertThat(estimate.path("status").asString()).isEqualTo("READY");
        assertThat(estimate.path("exact").asBoolean()).isTrue();
        assertThat(estimate.path("messages").asLong()).isEqualTo(1);
        assertThat(estimate.path("segments").path("figure").asLong()).isEqualTo(1);
        assertThat(estimate.path("costVnd").path("figure").asLong()).isEqualTo(345);
        assertThat(estimate.path("operators").path(0).path("operator").asString())
                .isEqualTo("VINAPHONE");
    }

    @Test
    void theTextOfOneRecipientComesWithItsOperatorAndCost() {
        created(
                "quantri",
                "/api/v1/tariffs",
                "{\"operator\":\"VINAPHONE\",\"validFrom\":\"2026-01-01\",\"vndPerSegment\":345}");

        JsonNode preview = preview(recipient);

        assertThat(preview.path("text").asString()).isEqualTo("Chào Trần Thị Bình");
        assertThat(preview.path("encoding").asString()).isEqualTo("UCS_2");
        assertThat(preview.path("segments").asInt()).isEqualTo(1);
        assertThat(preview.path("operator").asString()).isEqualTo("VINAPHONE");
        assertThat(preview.path("costVnd").asLong()).isEqualTo(345);
        as("soanthao")
                .post()
                .uri("/api/v1/campaigns/" + campaign + "/preview?recipientId=999999999")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aTariffThatCannotBeNamesItsField() {
        as("quantri")
                .post()
                .uri("/api/v1/tariffs")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"operator\":\"VIETEL\",\"validFrom\":\"2026-01-01\",\"vndPerSegment\":345}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("operator");
    }

    @Test
    void theCampaignsPageAsksForEstimateAndRecipients() throws Exception {
        Visitor author = Visitor.loggedIn(port, "soanthao", PASSWORD);

        assertThat(author.get("/campaigns/" + campaign).body())
                .contains(
                        "hx-get=\"/campaigns/" + campaign + "/estimate\"",
                        "hx-get=\"/campaigns/" + campaign + "/recipient\"");
        assertThat(author.get("/campaigns/" + campaign + "/estimate").body())
                .contains("Ước tính trước khi gửi", "VinaPhone", "chưa có đơn giá")
                .doesNotContain("<html");
        assertThat(author.get("/campaigns/" + campaign + "/recipient").body())
                .contains("Chào Trần Thị Bình", "84912000111", "Người tiếp theo");
        assertThat(author.get("/campaigns/" + campaign + "/recipient?words=0912000111")
                        .body())
                .contains("Chào Trần Thị Bình");
        assertThat(author.get("/campaigns/" + campaign + "/recipient?words=ai-do&lang=en")
                        .body())
                .contains("Nobody like that in the campaign");
        assertThat(author.get("/campaigns/" + campaign + "/recipient?after=" + recipient + "&lang=en")
                        .body())
                .contains("End of the list");
    }

    @Test
    void theOfficeSeesTheEstimateButNobodysNumber() throws Exception {
        Visitor office = Visitor.loggedIn(port, "giamsat", PASSWORD);

        assertThat(office.get("/campaigns/" + campaign).body())
                .contains("/estimate\"")
                .doesNotContain("/recipient\"");
        assertThat(office.get("/campaigns/" + campaign + "/recipient").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAdministratorEntersATariffOnThePage() throws Exception {
        Visitor admin = Visitor.loggedIn(port, "quantri", PASSWORD);

        assertThat(admin.get("/tariffs?lang=vi").body()).contains("Chưa có đơn giá nào");
        admin.submit(
                "/tariffs",
                "/tariffs",
                Map.of("operator", "VIETTEL", "validFrom", "2026-01-01", "vndPerSegment", "355"));

        assertThat(admin.get("/tariffs").body()).contains("355", "01/01/2026", "quantri");
        assertThat(admin.submit(
                                "/tariffs",
                                "/tariffs",
                                Map.of("operator", "VIETTEL", "validFrom", "2026-01-01", "vndPerSegment", "-1"))
                        .statusCode())
                .isEqualTo(400);
    }

    private JsonNode estimate() {
        return as("soanthao")
                .get()
                .uri("/api/v1/campaigns/" + campaign + "/estimate")
                .exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode preview(long recipientId) {
        return as("soanthao")
                .post()
                .uri("/api/v1/campaigns/" + campaign + "/preview?recipientId=" + recipientId)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
