package vn.canhbao.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RunningConsole;

/** The commands for links as scripts give them, on the links of the built-in SMSC. */
class LinkControlApiIT extends RunningConsole {

    @AfterEach
    void asItWas() {
        call(HttpMethod.POST, "/api/v1/links/gmobile/start", "{}")
                .expectStatus()
                .isOk();
        call(HttpMethod.PATCH, "/api/v1/links/gmobile", "{\"submitsPerSecond\":0,\"window\":20}")
                .expectStatus()
                .isOk();
    }

    @Test
    void aLinkIsStoppedAndStartedAndTheListSaysWho() {
        call(HttpMethod.POST, "/api/v1/links/gmobile/stop", "{\"reason\":\"bảo trì\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.desired")
                .isEqualTo("STOPPED")
                .jsonPath("$.changedBy")
                .isEqualTo("quantri");
        await().until(() -> gmobile().path("state").asString().equals("STOPPED"));
        JsonNode running = gmobile().path("running");
        assertThat(running.path("reason").asString()).isEqualTo("bảo trì");
        assertThat(running.path("changedAt").asString()).endsWith("+07:00");

        call(HttpMethod.POST, "/api/v1/links/gmobile/start", "{}")
                .expectStatus()
                .isOk();

        await().until(() -> gmobile().path("state").asString().equals("BOUND"));
    }

    @Test
    void rateAndWindowAreChangedAndWhatIsNotGivenStays() {
        call(HttpMethod.PATCH, "/api/v1/links/gmobile", "{\"submitsPerSecond\":30}")
                .expectStatus()
                .isOk();
        call(HttpMethod.PATCH, "/api/v1/links/gmobile", "{\"window\":5}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.submitsPerSecond")
                .isEqualTo(30)
                .jsonPath("$.window")
                .isEqualTo(5);

        await().until(() -> gmobile().path("running").path("window").asInt() == 5);
        assertThat(gmobile().path("running").path("allowedPerSecond").asInt()).isEqualTo(30);
        assertThat(gmobile().path("window").asInt()).as("as configured").isEqualTo(20);
    }

    @Test
    void moreThanIsConfiguredIsRefusedAndTheErrorSaysWhy() {
        call(HttpMethod.PATCH, "/api/v1/links/gmobile", "{\"window\":21}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("window")
                .jsonPath("$.errors[0].message")
                .value(String.class, message -> assertThat(message).contains("20", "contract"));
    }

    @Test
    void anUnknownLinkIsNotFoundAndAnEmptyChangeIsRefused() {
        call(HttpMethod.POST, "/api/v1/links/khong-co/pause", "{}")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("khong-co"));
        call(HttpMethod.PATCH, "/api/v1/links/gmobile", "{}").expectStatus().isBadRequest();
        call(HttpMethod.PATCH, "/api/v1/links/gmobile", "{\"rate\":1}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aStoppedLinkIsStartedNotResumed() {
        call(HttpMethod.POST, "/api/v1/links/gmobile/stop", "{}").expectStatus().isOk();

        call(HttpMethod.POST, "/api/v1/links/gmobile/resume", "{}")
                .expectStatus()
                .isEqualTo(409);
    }

    private RestTestClient.ResponseSpec call(HttpMethod method, String path, String json) {
        return as("quantri")
                .method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    private JsonNode gmobile() {
        JsonNode all = as("quantri")
                .get()
                .uri("/api/v1/links")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        List<JsonNode> found = StreamSupport.stream(all.spliterator(), false)
                .filter(link -> link.path("name").asString().equals("gmobile"))
                .toList();
        return found.getFirst();
    }
}
