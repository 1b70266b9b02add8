package vn.canhbao.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.core.inbound.Acknowledgements;
import vn.canhbao.core.inbound.InboundAction;
import vn.canhbao.core.inbound.InboundAlphabet;
import vn.canhbao.core.inbound.InboundKind;
import vn.canhbao.core.inbound.InboundMessage;
import vn.canhbao.core.inbound.InboundMessages;
import vn.canhbao.core.inbound.InboundSegment;
import vn.canhbao.core.inbound.SentMessage;

class InboundApiIT extends RunningConsole {

    @Autowired
    private InboundMessages messages;

    @Autowired
    private Acknowledgements acknowledgements;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatCameIsReadPageByPageFromATimeOn() {
        Instant day = Instant.parse("2031-01-01T00:00:00Z");
        come(day.minusMillis(1), "trước", 1);
        InboundMessage first = come(day, "TU CHOI", 1);
        messages.done(first.id(), InboundKind.REFUSAL, InboundAction.SUPPRESSED, null);
        come(day.plusSeconds(1), "Ai gửi", 2);

        JsonNode page = get("/api/v1/inbound?since=2031-01-01T07:00:00%2B07:00&limit=1");
        JsonNode item = page.path("items").path(0);
        assertThat(page.path("items").size()).isEqualTo(1);
        assertThat(item.path("from").asString()).isEqualTo("84961234567");
        assertThat(item.path("to").asString()).isEqualTo("8188");
        assertThat(item.path("text").asString()).isEqualTo("TU CHOI");
        assertThat(item.path("kind").asString()).isEqualTo("REFUSAL");
        assertThat(item.path("action").asString()).isEqualTo("SUPPRESSED");
        assertThat(item.path("receivedAt").asString()).isEqualTo("2031-01-01T07:00:00+07:00");
        assertThat(item.path("complete").asBoolean()).isTrue();

        JsonNode next = get(page.path("next").asString());
        assertThat(next.path("items").path(0).path("text").asString()).isEqualTo("Ai gửi…");
        assertThat(next.path("items").path(0).path("complete").asBoolean()).isFalse();
        assertThat(next.path("next").isNull()).isTrue();
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        as("soanthao")
                .get()
                .uri("/api/v1/inbound?since=hom-qua")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void acknowledgedMessagesAreCountedBesideTheTallies() {
        jdbc.sql("""
                INSERT INTO campaign (name, message_class, text, text_form, source, sender_id, validity_seconds,
                    unanswered_policy, status, created_by, created_at)
                VALUES ('Trả lời', 'CANH_BAO', 'Cảnh báo.', 'ACCENTED', 'CV 1', 'CONGAN', 3600, 'KEEP', 'DRAFT',
                    'soanthao', CURRENT_TIMESTAMP)
                """).update();
        long campaign =
                jdbc.sql("SELECT MAX(id) FROM campaign").query(Long.class).single();
        InboundMessage answer = come(Instant.parse("2030-01-02T00:00:00Z"), "OK", 1);
        acknowledgements.add(new SentMessage(9_000_000_001L, campaign, 1, "CONGAN"), answer);

        JsonNode view = get("/api/v1/campaigns/" + campaign);
        assertThat(view.path("acknowledged").asLong()).isEqualTo(1);
        assertThat(view.path("tallies").path("planned").asLong()).isZero();
    }

    private InboundMessage come(Instant at, String text, int total) {
        return messages.add(List.of(new InboundSegment(
                0,
                "viettel",
                at,
                "84961234567",
                "8188",
                InboundAlphabet.UCS_2,
                text.getBytes(StandardCharsets.UTF_16BE),
                0,
                total,
                1)));
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
}
