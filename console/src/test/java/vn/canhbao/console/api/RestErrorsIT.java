package vn.canhbao.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RunningConsole;

/** What scripts get wrong, and what they are told: a problem that names the field, and an unchanged database. */
@TestPropertySource(properties = "spring.servlet.multipart.max-file-size=20MB")
class RestErrorsIT extends RunningConsole {

    @Autowired
    private JdbcClient jdbc;

    private long list;

    @BeforeEach
    void listOfThreePeople() {
        list = filledList(freshName("Danh sách"));
    }

    @Test
    void wrongSenderIdIsNamed() {
        refused(campaign("\"senderId\":\"CONGAN-TINH-ABC\""), 400, "senderId");
        refused(campaign("\"senderId\":\"CÔNGAN\""), 400, "senderId");
    }

    @Test
    void missingSourceIsNamed() {
        refused(campaign("\"source\":\"  \""), 400, "source");
        refused(campaign("\"source\":null"), 400, "source");
    }

    @Test
    void unknownListIsNamed() {
        refused(campaign("\"recipientListIds\":[987654321]"), 400, "recipientListIds");
    }

    @Test
    void emptyAudienceIsNamed() {
        refused(campaign("\"recipientListIds\":[]"), 400, "recipientListIds");
        long empty = created("soanthao", "/api/v1/recipient-lists", "{\"name\":\"" + freshName("Trống") + "\"}")
                .path("id")
                .asLong();
        refused(campaign("\"recipientListIds\":[" + empty + "]"), 400, "recipientListIds");
    }

    @Test
    void pastTimeIsNamed() {
        refused(campaign("\"waves\":[{\"at\":\"2020-01-01T08:00:00+07:00\"}]"), 400, "waves[0]");
    }

    @Test
    void waveWithTwoTimesIsNamed() {
        refused(campaign("\"waves\":[{\"now\":true,\"at\":\"2099-01-01T08:00:00+07:00\"}]"), 400, "waves[0]");
    }

    @Test
    void unknownEnumValueNamesFieldAndAllowedValues() {
        JsonNode problem = refused(campaign("\"messageClass\":\"QUANG_CAO\""), 400, "messageClass");
        assertThat(problem.path("errors").get(0).path("message").asString())
                .contains("QUANG_CAO", "CANH_BAO", "TUYEN_TRUYEN", "DIEU_HANH");
    }

    @Test
    void unknownPropertyIsNamed() {
        refused(campaign("\"sender_id\":\"X\""), 400, "sender_id");
    }

    @Test
    void timeWithoutZoneIsNamed() {
        refused(campaign("\"waves\":[{\"at\":\"2099-01-01T08:00:00\"}]"), 400, "waves[0].at");
    }

    @Test
    void malformedJsonNamesLineAndColumn() {
        JsonNode problem = refused("{\"name\":", 400, "body");
        assertThat(problem.path("errors").get(0).path("message").asString()).contains("dòng 1");
    }

    @Test
    void wrongStatusInAQueryNamesTheAllowedOnes() {
        problem(as("soanthao").get().uri("/api/v1/campaigns/1/messages?status=SENT"), 400, "status");
        problem(as("soanthao").get().uri("/api/v1/campaigns?limit=0"), 400, "limit");
        problem(as("soanthao").get().uri("/api/v1/campaigns/abc"), 400, "id");
    }

    @Test
    void whatDoesNotExistIs404() {
        problem(as("soanthao").get().uri("/api/v1/campaigns/987654321"), 404, null);
        problem(as("soanthao").get().uri("/api/v1/imports/987654321"), 404, null);
        problem(as("soanthao").post().uri("/api/v1/campaigns/987654321/submit"), 404, null);
        problem(as("soanthao").get().uri("/api/v1/khong-co"), 404, null);
    }

    @Test
    void methodThatIsNotServedIs405() {
        as("soanthao")
                .delete()
                .uri("/api/v1/campaigns")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .exists(HttpHeaders.ALLOW);
    }

    @Test
    void bodyThatIsNotJsonIs415() {
        problem(
                as("soanthao")
                        .post()
                        .uri("/api/v1/campaigns")
                        .contentType(MediaType.TEXT_PLAIN)
                        .body("x"),
                415,
                null);
    }

    @Test
    void withoutCredentialsIs401() {
        problem(as(null).get().uri("/api/v1/campaigns"), 401, null);
    }

    @Test
    void authorCannotApproveTheirOwnCampaign() {
        long id = created("soanthao", "/api/v1/campaigns", campaign(""))
                .path("id")
                .asLong();
        ok(as("soanthao").post().uri("/api/v1/campaigns/" + id + "/submit"));

        JsonNode byRole = problem(as("soanthao").post().uri("/api/v1/campaigns/" + id + "/approve"), 403, null);

        assertThat(byRole.path("detail").asString()).contains("Vai trò");
    }

    @Test
    void approverWhoSubmittedCannotApproveEither() {
        long id = created("soanthao", "/api/v1/campaigns", campaign(""))
                .path("id")
                .asLong();
        ok(as("soanthao").post().uri("/api/v1/campaigns/" + id + "/submit"));
        // Only an account with both roles comes so far.
        jdbc.sql("UPDATE user_account SET roles = 'AUTHOR,APPROVER' WHERE username = 'soanthao'")
                .update();
        try {
            JsonNode byPerson = problem(as("soanthao").post().uri("/api/v1/campaigns/" + id + "/approve"), 403, null);

            assertThat(byPerson.path("detail").asString())
                    .doesNotContain("Vai trò")
                    .isNotBlank();
        } finally {
            jdbc.sql("UPDATE user_account SET roles = 'AUTHOR' WHERE username = 'soanthao'")
                    .update();
        }
        assertThat(status(id)).isEqualTo("SUBMITTED");
    }

    @Test
    void draftCannotBeApproved() {
        long id = created("soanthao", "/api/v1/campaigns", campaign(""))
                .path("id")
                .asLong();

        problem(as("pheduyet").post().uri("/api/v1/campaigns/" + id + "/approve"), 409, null);
    }

    @Test
    void campaignIsCreatedWithItsAddressAndBody() {
        JsonNode campaign = created(
                "soanthao", "/api/v1/campaigns", campaign("\"waves\":[{\"at\":\"2099-12-01T08:00:00+07:00\"}]"));

        assertThat(campaign.path("status").asString()).isEqualTo("DRAFT");
        assertThat(campaign.path("waves").get(0).path("at").asString()).isEqualTo("2099-12-01T08:00:00+07:00");
        assertThat(campaign.path("tallies").path("planned").asLong()).isZero();
        assertThat(campaign.path("clean").isNull()).isTrue();
    }

    @Test
    void previewShowsTheTextAsItIsSent() {
        long id = created("soanthao", "/api/v1/campaigns", campaign(""))
                .path("id")
                .asLong();

        JsonNode preview = ok(as("soanthao").post().uri("/api/v1/campaigns/" + id + "/preview"));

        assertThat(preview.path("recipients").asLong()).isEqualTo(3);
        assertThat(preview.path("encoding").asString()).isEqualTo("UCS_2");
        assertThat(preview.path("segments").asLong()).isEqualTo(1);
        assertThat(preview.path("unaccented").path("text").asString()).isEqualTo("Canh bao: khong dua ma OTP.");
    }

    @Test
    void fileOverTheLimitIs413AndChangesNothing() {
        long before = rows();

        problem(upload(new byte[30 * 1024 * 1024]), 413, null);

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void binaryFileIs400AndChangesNothing() {
        byte[] binary = new byte[50_000];
        new Random(7).nextBytes(binary);
        long before = rows();

        problem(upload(binary), 400, "file");

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void uploadWithoutAFileIs400() {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("ghi-chu", "x");
        problem(
                as("soanthao")
                        .post()
                        .uri("/api/v1/recipient-lists/" + list + "/imports")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .body(parts),
                400,
                "file");
    }

    @Test
    void officeReadsFiguresWithoutAnyPhoneNumber() {
        long id = created("soanthao", "/api/v1/campaigns", campaign(""))
                .path("id")
                .asLong();

        JsonNode report = ok(as("giamsat").get().uri("/api/v1/reports/campaigns/" + id));

        assertThat(report.path("totalsAddUp").asBoolean()).isTrue();
        problem(as("giamsat").get().uri("/api/v1/campaigns/" + id + "/messages"), 403, null);
    }

    @Test
    void listsAreReadPageByPage() {
        filledList(freshName("Danh sách"));
        JsonNode first = ok(as("soanthao").get().uri("/api/v1/recipient-lists?limit=1"));
        JsonNode second = ok(as("soanthao").get().uri(first.path("next").asString()));

        assertThat(first.path("items").size()).isEqualTo(1);
        assertThat(second.path("items").get(0).path("id").asLong())
                .isLessThan(first.path("items").get(0).path("id").asLong());
    }

    @Test
    void openApiDescribesTheEndpoints() {
        JsonNode api = ok(as("soanthao").get().uri("/v3/api-docs"));

        assertThat(api.path("paths").propertyNames())
                .contains("/api/v1/campaigns", "/api/v1/recipient-lists/{id}/imports", "/api/v1/links");
    }

    /** A whole, right campaign, but for the given property. */
    private String campaign(String instead) {
        String name = instead.split(":", 2)[0];
        String[] properties = {
            "\"name\":\"" + freshName("Chiến dịch") + "\"",
            "\"messageClass\":\"CANH_BAO\"",
            "\"text\":\"Cảnh báo: không đưa mã OTP.\"",
            "\"source\":\"Công văn số 12/CV-CAT ngày 20/11/2026\"",
            "\"recipientListIds\":[" + list + "]",
            "\"senderId\":\"CONGAN\"",
            "\"waves\":[{\"now\":true}]"
        };
        String kept = String.join(
                ",",
                Arrays.stream(properties)
                        .filter(property -> instead.isEmpty() || !property.startsWith(name + ":"))
                        .toList());
        return "{" + kept + (instead.isEmpty() ? "" : "," + instead) + "}";
    }

    private JsonNode refused(String campaign, int status, String field) {
        long before = rows();
        JsonNode problem = problem(
                as("soanthao")
                        .post()
                        .uri("/api/v1/campaigns")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(campaign),
                status,
                field);
        assertThat(rows()).as("rows in the database").isEqualTo(before);
        return problem;
    }

    private static JsonNode problem(RestTestClient.RequestHeadersSpec<?> request, int status, String field) {
        JsonNode problem = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank();
        if (field != null) {
            assertThat(problem.path("errors")
                            .valueStream()
                            .map(error -> error.path("field").asString()))
                    .anyMatch(named -> named.startsWith(field));
        }
        return problem;
    }

    private static JsonNode ok(RestTestClient.RequestHeadersSpec<?> request) {
        return request.exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.RequestHeadersSpec<?> upload(byte[] content) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return "danh-sach.csv";
            }
        });
        return as("soanthao")
                .post()
                .uri("/api/v1/recipient-lists/" + list + "/imports")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts);
    }

    private long filledList(String name) {
        long id = created("soanthao", "/api/v1/recipient-lists", "{\"name\":\"" + name + "\"}")
                .path("id")
                .asLong();
        for (String msisdn : new String[] {"84912345671", "84912345672", "84912345673"}) {
            jdbc.sql(
                            "INSERT IGNORE INTO recipient (msisdn, full_name, created_at, updated_at) VALUES (?, 'Nguyễn Văn A', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
                    .param(msisdn)
                    .update();
            jdbc.sql(
                            "INSERT INTO recipient_list_member (list_id, recipient_id) SELECT ?, id FROM recipient WHERE msisdn = ?")
                    .params(id, msisdn)
                    .update();
        }
        return id;
    }

    private String status(long campaign) {
        return ok(as("soanthao").get().uri("/api/v1/campaigns/" + campaign))
                .path("status")
                .asString();
    }

    private long rows() {
        return jdbc.sql("""
                SELECT (SELECT COUNT(*) FROM campaign) + (SELECT COUNT(*) FROM wave) + (SELECT COUNT(*) FROM campaign_audience)
                    + (SELECT COUNT(*) FROM recipient) + (SELECT COUNT(*) FROM recipient_import)
                    + (SELECT COUNT(*) FROM recipient_list_member) + (SELECT COUNT(*) FROM audit_trail)
                """).query(Long.class).single();
    }
}
