package vn.canhbao.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RunningConsole;

/** Recipients, units, audiences and suppressions as scripts use them. */
class AudienceApiIT extends RunningConsole {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aSavedAudienceIsCountedUsedByACampaignAndChangedWithoutTouchingIt() {
        String unit = freshName("Phòng");
        long unitId = created("soanthao", "/api/v1/units", "{\"name\":\"" + unit + "\"}")
                .path("id")
                .asLong();
        person("84961230001", "Lê Thị Đào", unitId, "STAFF");
        person("84911230002", "Phạm Ước", unitId, "SUBSCRIBER");
        String staff = "\"everybody\":true,\"narrowing\":{\"unitIds\":[%d],\"kinds\":[\"STAFF\"]}".formatted(unitId);
        JsonNode saved =
                created("soanthao", "/api/v1/audiences", "{\"name\":\"" + freshName("Cán bộ") + "\"," + staff + "}");
        long id = saved.path("id").asLong();

        JsonNode preview = ok(HttpMethod.POST, "pheduyet", "/api/v1/audiences/preview", "{" + staff + "}");
        assertThat(preview.path("total").asLong()).isEqualTo(1);
        assertThat(preview.path("byOperator").path("VIETTEL").asLong()).isEqualTo(1);
        assertThat(preview.path("byUnit").path(0).path("unit").asString()).isEqualTo(unit);
        assertThat(preview.path("first").path(0).path("msisdn").asString()).isEqualTo("8496***0001");

        JsonNode campaign = created("soanthao", "/api/v1/campaigns", campaign("\"audienceIds\":[" + id + "]"));
        ok(
                HttpMethod.PUT,
                "soanthao",
                "/api/v1/audiences/" + id,
                "{\"name\":\"" + freshName("Mọi người") + "\",\"everybody\":true}");

        JsonNode part = get("/api/v1/campaigns/" + campaign.path("id").asLong())
                .path("audiences")
                .path(0);
        assertThat(part.path("audienceId").asLong()).isEqualTo(id);
        assertThat(part.path("definition")
                        .path("narrowing")
                        .path("kinds")
                        .path(0)
                        .asString())
                .isEqualTo("STAFF");
        assertThat(ok(
                                HttpMethod.POST,
                                "soanthao",
                                "/api/v1/campaigns/" + campaign.path("id").asLong() + "/preview",
                                "{}")
                        .path("recipients")
                        .asLong())
                .isEqualTo(1);
        as("soanthao")
                .delete()
                .uri("/api/v1/audiences/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();
        as("soanthao")
                .get()
                .uri("/api/v1/audiences/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whatACampaignCanNotAddressIsNamedByItsField() {
        assertThat(
                        wrongFields(
                                "/api/v1/campaigns",
                                campaign(
                                        "\"audienceIds\":[987654321],\"audience\":{\"unitIds\":[987654321],\"narrowing\":{\"areas\":[\"00\"],\"notReachedBy\":[987654321]}}")))
                .containsExactlyInAnyOrder(
                        "audienceIds",
                        "audience.unitIds",
                        "audience.narrowing.areas",
                        "audience.narrowing.notReachedBy");
        assertThat(wrongFields("/api/v1/campaigns", campaign("\"audienceIds\":[]")))
                .containsExactly("recipientListIds");
        assertThat(wrongFields(
                        "/api/v1/audiences/preview", "{\"everybody\":true,\"narrowing\":{\"tags\":[\"không ai\"]}}"))
                .containsExactly("narrowing.tags");
        assertThat(wrongFields("/api/v1/audiences", "{\"name\":\"\",\"narrowing\":{\"kinds\":[\"DOG\"]}}"))
                .containsExactly("narrowing.kinds[0]");
    }

    @Test
    void anAudienceOfNobodyIsRefusedAtSubmission() {
        String unit = freshName("Đội");
        long unitId = created("soanthao", "/api/v1/units", "{\"name\":\"" + unit + "\"}")
                .path("id")
                .asLong();
        long id = created("soanthao", "/api/v1/campaigns", campaign("\"audience\":{\"unitIds\":[" + unitId + "]}"))
                .path("id")
                .asLong();

        assertThat(wrongFields("/api/v1/campaigns/" + id + "/submit", "")).containsExactly("audience");
    }

    @Test
    void unitsAreATreeWithoutLoops() {
        long parent = created("soanthao", "/api/v1/units", "{\"name\":\"" + freshName("Sở") + "\"}")
                .path("id")
                .asLong();
        String name = freshName("Phòng");
        long child = created("soanthao", "/api/v1/units", "{\"name\":\"%s\",\"parentId\":%d}".formatted(name, parent))
                .path("id")
                .asLong();

        List<String> lines = new ArrayList<>();
        get("/api/v1/units")
                .forEach(node -> lines.add(
                        node.path("id").asLong() + " " + node.path("depth").asInt()));
        assertThat(lines).contains(parent + " 0", child + " 1");
        assertThat(wrongFields(
                        HttpMethod.PUT, "/api/v1/units/" + parent, "{\"name\":\"x\",\"parentId\":" + child + "}"))
                .containsExactly("parentId");
        assertThat(get("/api/v1/units/" + parent).path("name").asString())
                .as("nothing was stored")
                .isNotEqualTo("x");
        JsonNode moved = ok(HttpMethod.PUT, "soanthao", "/api/v1/units/" + child, "{\"name\":\"" + name + " mới\"}");
        assertThat(moved.path("parentId").isNull()).isTrue();
        assertThat(moved.path("name").asString()).isEqualTo(name + " mới");
    }

    @Test
    void peopleAreFoundAndPagedWithWhatTheyHave() {
        person("84972220001", "Vũ Thị Ngọc Ánh", null, "SUBSCRIBER");
        person("84972220002", "Vũ Ngọc Anh", null, "SUBSCRIBER");

        JsonNode first = get("/api/v1/recipients?q=vu%20ngoc%20anh&limit=1");
        assertThat(first.path("items").path(0).path("msisdn").asString()).isEqualTo("84972220002");
        JsonNode second = get(first.path("next").asString());
        assertThat(second.path("items").path(0).path("fullName").asString()).isEqualTo("Vũ Thị Ngọc Ánh");
        assertThat(second.path("next").isNull()).isTrue();
        long id = second.path("items").path(0).path("id").asLong();
        assertThat(get("/api/v1/recipients/" + id).path("kind").asString()).isEqualTo("SUBSCRIBER");
        as("soanthao")
                .get()
                .uri("/api/v1/recipients/987654321")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void numbersAreSuppressedSearchedAndLifted() {
        JsonNode added = created(
                "pheduyet",
                "/api/v1/suppressions",
                "{\"numbers\":[\"0973 330 001\",\"+84973330002\"],\"reason\":\"DATA_PROTECTION\",\"note\":\"CV 7\"}");
        assertThat(added.path("added").asInt()).isEqualTo(2);

        JsonNode first = get("/api/v1/suppressions?number=097333&limit=1");
        assertThat(first.path("items").path(0).path("reason").asString()).isEqualTo("DATA_PROTECTION");
        assertThat(first.path("items").path(0).path("createdBy").asString()).isEqualTo("pheduyet");
        JsonNode second = get(first.path("next").asString());
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();

        JsonNode lifted = ok(
                HttpMethod.POST,
                "quantri",
                "/api/v1/suppressions/lift",
                "{\"number\":\"0973330001\",\"reason\":\"nhầm số\"}");
        assertThat(lifted.path(0).path("liftReason").asString()).isEqualTo("nhầm số");
        assertThat(wrongFields("/api/v1/suppressions", "{\"numbers\":[\"113\"]}"))
                .containsExactly("reason", "numbers");
    }

    private void person(String msisdn, String name, Long unit, String kind) {
        jdbc.sql("""
                        INSERT INTO recipient (msisdn, full_name, search_name, unit_id, kind, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)
                        """)
                .params(msisdn, name, vn.canhbao.core.recipient.SearchWords.folded(name), unit, kind)
                .update();
        jdbc.sql("INSERT INTO changed_name (recipient_id) SELECT id FROM recipient WHERE msisdn = ?")
                .param(msisdn)
                .update();
    }

    private static String campaign(String audience) {
        return """
                {"name":"%s","text":"Cảnh báo.","source":"Công văn 1","senderId":"CONGAN","waves":[{"now":true}],%s}
                """.formatted(freshName("Chiến dịch"), audience);
    }

    private JsonNode get(String path) {
        return as("soanthao")
                .get()
                .uri(java.net.URI.create("http://127.0.0.1:" + port + path))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode ok(HttpMethod method, String user, String path, String json) {
        return call(method, user, path, json)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private List<String> wrongFields(String path, String json) {
        return wrongFields(HttpMethod.POST, path, json);
    }

    private List<String> wrongFields(HttpMethod method, String path, String json) {
        JsonNode problem = call(method, "soanthao", path, json)
                .expectStatus()
                .isBadRequest()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        List<String> fields = new ArrayList<>();
        problem.path("errors").forEach(error -> fields.add(error.path("field").asString()));
        return fields;
    }

    private RestTestClient.ResponseSpec call(HttpMethod method, String user, String path, String json) {
        return as(user).method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }
}
