package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.report.SentPeriod;

class PublicWarningsIT extends RunningConsole {

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private JdbcClient jdbc;

    @Test
    void publishedWarningIsReadByAnybodyUntilItIsWithdrawn() throws Exception {
        SentPeriod sent = new SentPeriod(jdbc, 84_599_702_000L);
        long campaign = sent.campaign("Không cung cấp <mã OTP> cho bất kỳ ai.");
        sent.wave(campaign, Instant.parse("2030-06-10T01:00:00Z"));
        String page = "/public/warnings/" + campaign;
        assertThat(get(page, null).statusCode()).isEqualTo(404);
        assertThat(get(page + "/cap.xml", null).statusCode()).isEqualTo(404);

        as("pheduyet")
                .post()
                .uri("/api/v1/campaigns/" + campaign + "/publish")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(get("/public/warnings", null).body()).contains("Không cung cấp &lt;mã OTP&gt; cho bất kỳ ai.");
        assertThat(get(page, null).statusCode()).isEqualTo(200);
        assertThat(get(page + "/cap.xml", null).body()).contains("<msgType>Alert</msgType>");
        HttpResponse<String> feed = get("/public/warnings.atom", null);
        assertThat(feed.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        assertThat(feed.body()).contains(page, "Không cung cấp &lt;mã OTP&gt;");
        String tag = feed.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/public/warnings.atom", tag).statusCode()).isEqualTo(304);

        as("pheduyet")
                .post()
                .uri("/api/v1/campaigns/" + campaign + "/withdraw")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(get("/public/warnings.atom", tag).statusCode()).isEqualTo(200);
        assertThat(get(page, null).statusCode()).isEqualTo(404);
    }

    @Test
    void leafletAndCapOfAnApprovedCampaignAreForPeopleWithAnAccount() {
        long campaign = new SentPeriod(jdbc, 84_599_703_000L).campaign("Cảnh giác");
        as("giamsat")
                .get()
                .uri("/api/v1/campaigns/" + campaign + "/leaflet.pdf")
                .exchange()
                .expectStatus()
                .isOk();
        as("giamsat")
                .get()
                .uri("/api/v1/campaigns/" + campaign + "/cap.xml")
                .exchange()
                .expectStatus()
                .isOk();
        as(null).get()
                .uri("/api/v1/campaigns/" + campaign + "/cap.xml")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private HttpResponse<String> get(String path, String tag) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
