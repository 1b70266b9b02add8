package vn.canhbao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an outside script does by REST: lists, imports, campaigns by one person, approval by another, tallies. */
public final class RestScript {

    public static final String PASSWORD = "mat-khau-thu";

    private final String base;
    private final JsonMapper json = JsonMapper.builder().build();

    public RestScript(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** A list filled from a CSV, once its import is completed. */
    public long list(String name, String csv) {
        long list = emptyList(name);
        long started = startImport(list, csv);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> importState(started).get("status").asString().equals("COMPLETED"));
        return list;
    }

    public long emptyList(String name) {
        return post(
                        "soanthao",
                        "/api/v1/recipient-lists",
                        json.createObjectNode().put("name", name))
                .get("id")
                .asLong();
    }

    public long listSize(long list) {
        return get("/api/v1/recipient-lists/" + list).get("size").asLong();
    }

    public JsonNode importState(long id) {
        return get("/api/v1/imports/" + id);
    }

    /** The refused rows of an import, by their numbers in the file. */
    public List<Long> rejectedRows(long importId) {
        return client("quantri")
                .get()
                .uri("/api/v1/imports/" + importId + "/rejects")
                .retrieve()
                .body(String.class)
                .lines()
                .skip(1)
                .map(line -> Long.valueOf(line.substring(0, line.indexOf(','))))
                .toList();
    }

    /** The import's id, while it runs. */
    public long startImport(long list, String csv) {
        return uploaded("/api/v1/recipient-lists/" + list + "/imports", csv)
                .get("id")
                .asLong();
    }

    /** The id of an import that waits to be started. */
    public long previewed(long list, String csv) {
        return uploaded("/api/v1/recipient-lists/" + list + "/imports/preview", csv)
                .get("id")
                .asLong();
    }

    private JsonNode uploaded(String path, String csv) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "danh-sach.csv";
            }
        });
        return client("soanthao")
                .post()
                .uri(path)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .retrieve()
                .body(JsonNode.class);
    }

    /** An approved campaign that goes out at once. */
    public long send(long list, String text) {
        ObjectNode draft = json.createObjectNode()
                .put("name", "Cảnh báo " + list)
                .put("messageClass", "CANH_BAO")
                .put("text", text)
                .put("source", "Công văn 12/BC-CA ngày 20/11/2026")
                .put("senderId", "CANHBAO")
                .put("validity", "PT1H")
                .put("unansweredPolicy", "KEEP");
        draft.putArray("recipientListIds").add(list);
        draft.putArray("waves").addObject().put("now", true);
        long campaign = post("soanthao", "/api/v1/campaigns", draft).get("id").asLong();
        post("soanthao", "/api/v1/campaigns/" + campaign + "/submit", null);
        post("pheduyet", "/api/v1/campaigns/" + campaign + "/approve", null);
        return campaign;
    }

    public JsonNode campaign(long id) {
        return get("/api/v1/campaigns/" + id);
    }

    public long tally(long campaign, String state) {
        return campaign(campaign).get("tallies").get(state).asLong();
    }

    public void awaitFinished(long campaign, Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> campaign(campaign).get("status").asString().equals("FINISHED"));
    }

    /** Nothing is left to send: what is open waits for receipts that died with the killed process's session. */
    public void awaitFinishedOrWaitingForReceipts(long campaign, Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> tally(campaign, "pending") == 0 && tally(campaign, "planned") > 0);
    }

    /** MSISDNs of a campaign's messages in a state, over all pages. */
    public List<String> msisdns(long campaign, String status) {
        List<String> msisdns = new ArrayList<>();
        String next = "/api/v1/campaigns/" + campaign + "/messages?status=" + status;
        while (next != null) {
            JsonNode page = get(next);
            page.get("items")
                    .forEach(message -> msisdns.add(message.get("msisdn").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        return msisdns;
    }

    public boolean answers() {
        try {
            return get("/api/v1/links").size() > 0;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    private JsonNode get(String path) {
        return client("quantri")
                .get()
                .uri(java.net.URI.create(base + path))
                .retrieve()
                .body(JsonNode.class);
    }

    private JsonNode post(String user, String path, JsonNode body) {
        var request = client(user).post().uri(path);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        JsonNode answer = request.retrieve().body(JsonNode.class);
        assertThat(answer).isNotNull();
        return answer;
    }

    private RestClient client(String user) {
        return RestClient.builder()
                .baseUrl(base)
                .defaultHeaders(headers -> headers.setBasicAuth(user, PASSWORD))
                .build();
    }
}
