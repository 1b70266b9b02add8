package vn.canhbao.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.protection.DatabaseDump;
import vn.canhbao.core.recipient.Suppressions;

/** Persons' requests, retention, limits and the audit chain as scripts use them. */
class DataProtectionIT extends RunningConsole {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private javax.sql.DataSource source;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Suppressions suppressions;

    @Value("${canhbao.data-dir}")
    private Path dataDirectory;

    private JsonNode call(HttpMethod method, String user, String path, String json) {
        var request = as(user).method(method).uri(path);
        return (json == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).body(json))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private long request(String kind, String number) {
        return created(
                        "quantri",
                        "/api/v1/data-requests",
                        "{\"kind\":\"%s\",\"number\":\"%s\",\"requester\":\"chính chủ, gọi từ %s\"}"
                                .formatted(kind, number, number))
                .path("id")
                .asLong();
    }

    private void person(String msisdn, String name) {
        jdbc.sql(
                        "INSERT INTO recipient (msisdn, full_name, search_name, created_at, updated_at) VALUES (?, ?, '', NOW(), NOW())")
                .params(msisdn, name)
                .update();
    }

    @Test
    void aPersonIsShownTakenHomeAndErasedFromTheWholeDatabaseAndTheDataDirectory() throws Exception {
        person("84372220001", "=Lê Thị Mơ");
        long copy = request("ACCESS", "037 222 0001");

        JsonNode shown = call(HttpMethod.GET, "quantri", "/api/v1/data-requests/" + copy + "/data", null);
        assertThat(shown.path("recipient").path(0).path("full_name").asString()).isEqualTo("=Lê Thị Mơ");
        Map<String, String> files = unzipped(as("quantri")
                .get()
                .uri("/api/v1/data-requests/" + copy + "/export")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
        assertThat(files.get("data.json")).contains("84372220001", "=Lê Thị Mơ");
        assertThat(files.get("recipient.csv")).startsWith("\uFEFF").contains("\"'=Lê Thị Mơ\"");

        Path upload = leftBehind("msisdn,full_name,unit\n037 222 0001,Lê Thị Mơ,Xã Đông\n");
        assertThat(filesWith("372220001")).contains(upload);
        long erase = request("ERASE", "+84372220001");
        JsonNode done = call(HttpMethod.POST, "quantri", "/api/v1/data-requests/" + erase + "/erase", null);

        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(DatabaseDump.placesOf("372220001", source)).isEmpty();
        assertThat(filesWith("372220001")).isEmpty();
        assertThat(suppressions.among(List.of("84372220001"))).containsKey("84372220001");
        assertThat(call(HttpMethod.GET, "quantri", "/api/v1/suppressions?number=0372220001", null)
                        .path("items"))
                .isEmpty();
    }

    /** An upload whose import failed half-way. */
    private Path leftBehind(String csv) throws IOException {
        long list = created("quantri", "/api/v1/recipient-lists", "{\"name\":\"" + freshName("Sót lại") + "\"}")
                .path("id")
                .asLong();
        String name = UUID.randomUUID().toString();
        jdbc.sql("""
                INSERT INTO recipient_import (list_id, file_name, stored_file, status, read_rows, accepted, duplicates,
                    rejected, requested_by, started_at) VALUES (?, 'mo.csv', ?, 'FAILED', 0, 0, 0, 0, 'quantri', NOW())
                """).params(list, name).update();
        Path imports = Files.createDirectories(dataDirectory.resolve("imports"));
        return Files.writeString(imports.resolve(name), csv);
    }

    /** Of the data directory, whatever separates the digits in them. */
    private List<Path> filesWith(String digits) throws IOException {
        try (Stream<Path> files = Files.walk(dataDirectory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> text(file).replaceAll("[\\s.()-]", "").contains(digits))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void aWrongRequestIsRefusedByField() {
        as("quantri")
                .post()
                .uri("/api/v1/data-requests")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"number\":\"12\"}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody(JsonNode.class)
                .value(problem ->
                        assertThat(problem.path("errors").toString()).contains("kind", "requester", "number"));
    }

    @Test
    void theChainIsVerifiedAndAChangedRowNamed() {
        trail.record("quantri", "CAMPAIGN_APPROVED", "campaign 4711", "như đã duyệt");
        assertThat(call(HttpMethod.POST, "giamsat", "/api/v1/audit/verify", null)
                        .path("whole")
                        .asBoolean())
                .isTrue();
        long id = jdbc.sql("SELECT id FROM audit_trail WHERE subject = 'campaign 4711'")
                .query(Long.class)
                .single();

        jdbc.sql("UPDATE audit_trail SET detail = 'khác' WHERE id = ?")
                .param(id)
                .update();
        JsonNode broken = call(HttpMethod.POST, "giamsat", "/api/v1/audit/verify", null);
        assertThat(broken.path("brokenRow").asLong()).isEqualTo(id);

        jdbc.sql("UPDATE audit_trail SET detail = 'như đã duyệt' WHERE id = ?")
                .param(id)
                .update();
        assertThat(call(HttpMethod.POST, "giamsat", "/api/v1/audit/verify", null)
                        .path("whole")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anAdministratorSetsWindowAndCapAndTakesThemBack() {
        assertThat(call(
                                HttpMethod.PUT,
                                "quantri",
                                "/api/v1/limits/TUYEN_TRUYEN",
                                "{\"hours\":\"08:00-20:00\",\"daysOff\":\"closed\",\"most\":2}")
                        .toString())
                .contains("08:00-20:00", "\"most\":2");
        assertThat(call(HttpMethod.PUT, "quantri", "/api/v1/limits/TUYEN_TRUYEN", "{}")
                        .toString())
                .contains("07:00-22:00", "\"most\":1");
        as("quantri")
                .put()
                .uri("/api/v1/limits/ALL")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"most\":-1,\"hours\":\"99\"}")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void retentionTellsItsPeriods() {
        assertThat(call(HttpMethod.GET, "giamsat", "/api/v1/retention", null)
                        .path("classes")
                        .path(0)
                        .toString())
                .contains("RECEIPTS", "90");
    }
}
