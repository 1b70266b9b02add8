package vn.canhbao.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RunningConsole;

class ImportApiIT extends RunningConsole {

    @Autowired
    JdbcClient jdbc;

    long list;

    @BeforeEach
    void list() {
        list = created("soanthao", "/api/v1/recipient-lists", "{\"name\":\"" + freshName("Nhập") + "\"}")
                .path("id")
                .asLong();
    }

    @Test
    void uploadIsLookedAtMappedAndStarted() {
        JsonNode preview =
                body(upload("/imports/preview", "cột a,Họ tên,Đơn vị\n0970000001,An,Ban A\n", Map.of()), 201);
        String path = "/api/v1/imports/" + preview.path("id").asLong();

        assertThat(preview.path("status").asString()).isEqualTo("PREVIEW");
        assertThat(preview.path("encoding").asString()).isEqualTo("UTF-8");
        assertThat(preview.path("columns").get(1).path("recipientColumn").asString())
                .isEqualTo("full_name");
        assertThat(preview.path("rows").get(0).path("cells").get(0).asString()).isEqualTo("0970000001");
        assertThat(preview.path("problems").get(0).path("message").asString()).contains("Thiếu cột msisdn");
        assertThat(body(as("soanthao").get().uri(path + "/preview?mapping={m}", "{\"msisdn\":\"#1\"}"), 200)
                        .path("problems")
                        .size())
                .isZero();

        body(json(path + "/start", "{}"), 400);
        JsonNode started = body(json(path + "/start", "{\"mapping\":{\"msisdn\":\"#1\"}}"), 202);

        assertThat(started.path("total").asLong()).isEqualTo(1);
        JsonNode done = ended(path);
        assertThat(done.path("accepted").asLong()).isEqualTo(1);
        assertThat(done.path("percent").asInt()).isEqualTo(100);
        body(json(path + "/start", "{}"), 409);
        body(as("soanthao").post().uri(path + "/cancel"), 409);
        body(as("soanthao").post().uri(path + "/resume"), 409);
    }

    @Test
    void refusedRowsAreDownloadedWholeAndGuardedAndComeBack() {
        JsonNode started = body(
                upload(
                        "/imports",
                        "msisdn,full_name,unit,ghi chú\n113,An,Ban A,=1+1\n0970000003,Chi,Ban A,x\n",
                        Map.of()),
                202);
        String path = "/api/v1/imports/" + started.path("id").asLong();
        ended(path);

        String csv = rejects(path);

        assertThat(csv.lines())
                .satisfiesExactly(
                        header -> assertThat(header)
                                .isEqualTo("\uFEFFrow,field,value,reason,msisdn,full_name,unit,ghi chú"),
                        row -> assertThat(row).startsWith("2,msisdn,113,").endsWith(",113,An,Ban A,'=1+1"));

        String corrected = csv.replace(",113,An", ",0970000004,An");
        JsonNode again = ended("/api/v1/imports/"
                + body(upload("/imports", corrected, Map.of()), 202).path("id").asLong());
        assertThat(again.path("accepted").asLong()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT attributes FROM recipient WHERE msisdn = '84970000004'")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"ghi chú\":\"=1+1\"}");
    }

    @Test
    void formerNameIsShownWithWhoChangedIt() {
        ended("/api/v1/imports/"
                + body(upload("/imports", "msisdn,full_name,unit\n0970000005,Nguyen An,Ban A\n", Map.of()), 202)
                        .path("id")
                        .asLong());
        ended("/api/v1/imports/"
                + body(upload("/imports", "msisdn,full_name,unit\n0970000005,Nguyễn An,Ban B\n", Map.of()), 202)
                        .path("id")
                        .asLong());
        long id = jdbc.sql("SELECT id FROM recipient WHERE msisdn = '84970000005'")
                .query(Long.class)
                .single();

        JsonNode former = body(as("pheduyet").get().uri("/api/v1/recipients/" + id + "/history"), 200)
                .path("items");

        assertThat(former.size()).isEqualTo(1);
        assertThat(former.get(0).path("fullName").asString()).isEqualTo("Nguyen An");
        assertThat(former.get(0).path("unit").asString()).isEqualTo("Ban A");
        assertThat(former.get(0).path("changedBy").asString()).isEqualTo("soanthao");
        body(as("pheduyet").get().uri("/api/v1/recipients/987654321/history"), 404);
    }

    @Test
    void whatCannotBeReadNamesTheField() {
        for (var wrong : List.of(
                Map.of("encoding", "tcvn3"), Map.of("encoding", "UTF-16LE"), Map.of("mapping", "{\"kiểu\":\"a\"}"))) {
            JsonNode problem = body(upload("/imports", "msisdn,full_name,unit\n0970000006,Ân,Ban A\n", wrong), 400);
            assertThat(problem.path("errors").get(0).path("field").asString())
                    .as(wrong.toString())
                    .isIn(wrong.keySet().iterator().next(), "file");
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM recipient_import WHERE list_id = ?")
                        .param(list)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private RestTestClient.RequestHeadersSpec<?> upload(String path, String content, Map<String, String> fields) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("file", new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "danh-sach.csv";
            }
        });
        fields.forEach(parts::add);
        return as("soanthao")
                .post()
                .uri("/api/v1/recipient-lists/" + list + path)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts);
    }

    private RestTestClient.RequestHeadersSpec<?> json(String path, String body) {
        return as("soanthao")
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static JsonNode body(RestTestClient.RequestHeadersSpec<?> request, int status) {
        return request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private String rejects(String path) {
        return new String(
                as("soanthao")
                        .get()
                        .uri(path + "/rejects")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }

    private JsonNode ended(String path) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> body(as("soanthao").get().uri(path), 200),
                        state -> !state.path("status").asString().equals("RUNNING"));
    }
}
