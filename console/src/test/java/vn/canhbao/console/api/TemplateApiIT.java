package vn.canhbao.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RunningConsole;

/** Templates by REST, from draft to a campaign's text. */
class TemplateApiIT extends RunningConsole {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aTemplateIsWrittenApprovedAndSentWithItsValues() {
        long template = approvedTemplate("REST-1");
        long list = listOfOne();

        JsonNode refused = post("soanthao", "/api/v1/campaigns", campaign(list, template, "{\"han\":\"mai\"}"), 400);
        assertThat(refused.toString()).contains("values.han", "2026-12-01");

        long campaign = created("soanthao", "/api/v1/campaigns", campaign(list, template, "{\"han\":\"2026-12-31\"}"))
                .path("id")
                .asLong();
        JsonNode preview = post("soanthao", "/api/v1/campaigns/" + campaign + "/preview", "{}", 200);
        assertThat(preview.path("text").asString())
                .isEqualTo("Công an tỉnh cảnh báo: trước 31/12/2026 gọi 156. Không chuyển tiền.");
        assertThat(preview.path("findings").toString()).contains("channel", "156");
    }

    @Test
    void aTemplateThatNobodyApprovedIsRefusedByACampaign() {
        long id = created("soanthao", "/api/v1/templates", template("REST-2", "{{co_quan}}: một"))
                .path("id")
                .asLong();

        assertThat(post("soanthao", "/api/v1/campaigns", campaign(listOfOne(), id, "{}"), 400)
                        .toString())
                .contains("templateId", "chưa được duyệt");
    }

    @Test
    void theShippedWarningsAwaitApproval() {
        JsonNode page = get("giamsat", "/api/v1/templates?status=SUBMITTED&q=gia%20cong%20an&limit=5");

        assertThat(page.path("items").get(0).path("code").asString()).isEqualTo("F14-GIA-CONG-AN");
        assertThat(page.path("items").get(0).path("shipped").asBoolean()).isTrue();
        JsonNode first = get("soanthao", "/api/v1/templates?limit=10");
        JsonNode second = get("soanthao", first.path("next").asString());
        assertThat(second.path("items").get(0).path("code").asString())
                .isGreaterThan(first.path("items").get(9).path("code").asString());
        assertThat(get("giamsat", "/api/v1/templates/topics").size()).isEqualTo(38);
    }

    @Test
    void aTextIsRefusedWithPlaceAndRemedy() {
        JsonNode refused =
                post("soanthao", "/api/v1/templates", template("REST-3", "{{co_quan}}: {{ten}} {{#unit}}"), 400);

        assertThat(refused.path("errors").toString()).contains("vị trí 22", "chưa đóng", "never closed");
    }

    @Test
    void channelsAndRegistrationsAreKept() {
        created("quantri", "/api/v1/channels", "{\"code\":\"rest_1\",\"name\":\"Đường dây nóng\",\"text\":\"0900\"}");
        assertThat(post("soanthao", "/api/v1/channels/rest_1/verify", "{}", 200)
                        .path("verifiedBy")
                        .asString())
                .isEqualTo("soanthao");
        JsonNode registration = created(
                "quantri",
                "/api/v1/registrations",
                "{\"operator\":\"VIETTEL\",\"senderId\":\"rest\",\"status\":\"ACTIVE\"}");
        assertThat(registration.path("senderId").asString()).isEqualTo("REST");
        assertThat(post("quantri", "/api/v1/registrations", "{\"operator\":\"X\"}", 400)
                        .toString())
                .contains("operator", "senderId");
    }

    private long approvedTemplate(String code) {
        long id = created(
                        "soanthao",
                        "/api/v1/templates",
                        template(code, "{{co_quan}} cảnh báo: trước {{han}} gọi {{kenh.156}}. Không chuyển tiền."))
                .path("id")
                .asLong();
        post("soanthao", "/api/v1/templates/" + id + "/submit", "{}", 200);
        assertThat(post("pheduyet", "/api/v1/templates/" + id + "/approve", "{\"version\":1}", 200)
                        .path("approvedVersion")
                        .asInt())
                .isEqualTo(1);
        return id;
    }

    private static String template(String code, String text) {
        return """
                {"code":"%s","name":"Mẫu","messageClass":"CANH_BAO","topic":"F14","text":"%s","placeholders":[
                  {"name":"co_quan","maxLength":30,"defaultValue":"Công an tỉnh"},{"name":"han","type":"DATE"}]}
                """.formatted(code, text);
    }

    private static String campaign(long list, long template, String values) {
        return """
                {"name":"%s","templateId":%d,"values":%s,"source":"Công văn 1","recipientListIds":[%d],
                 "senderId":"CONGAN","waves":[{"now":true}]}
                """.formatted(freshName("Theo mẫu"), template, values, list);
    }

    private long listOfOne() {
        long list = created("soanthao", "/api/v1/recipient-lists", "{\"name\":\"" + freshName("Mẫu") + "\"}")
                .path("id")
                .asLong();
        jdbc.sql(
                        "INSERT IGNORE INTO recipient (msisdn, full_name, created_at, updated_at) VALUES ('84912345678', 'A', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
                .update();
        jdbc.sql(
                        "INSERT INTO recipient_list_member (list_id, recipient_id) SELECT ?, id FROM recipient WHERE msisdn = '84912345678'")
                .param(list)
                .update();
        return list;
    }

    private JsonNode get(String user, String path) {
        return as(user).get()
                .uri(java.net.URI.create("http://127.0.0.1:" + port + path))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode post(String user, String path, String json, int status) {
        RestTestClient.ResponseSpec answer = as(user).post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
        answer.expectStatus().isEqualTo(status);
        return answer.expectBody(JsonNode.class).returnResult().getResponseBody();
    }
}
