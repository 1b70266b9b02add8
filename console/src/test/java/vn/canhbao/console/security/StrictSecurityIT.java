package vn.canhbao.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.console.Visitor;
import vn.canhbao.console.security.totp.Totp;

/** As docs/security.md says for real use: behind TLS, second factor required, few logins a minute. */
@TestPropertySource(
        properties = {
            "canhbao.security.second-factor=REQUIRED_FOR_APPROVERS_AND_ADMINS",
            "canhbao.security.logins-per-minute=5",
            "server.forward-headers-strategy=native"
        })
class StrictSecurityIT extends RunningConsole {

    private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*>([A-Z2-7 ]+)<");

    @Test
    void approverEnrolsBeforeAnythingElseAndAuthorsNeedNot() throws Exception {
        Visitor approver = from("10.1.0.1");
        assertThat(approver.login("pheduyet", PASSWORD).uri().getPath()).isEqualTo("/login/second-factor");
        assertThat(approver.get("/campaigns").uri().getPath()).isEqualTo("/login/second-factor");
        Matcher secret = SECRET.matcher(approver.get("/login/second-factor").body());
        assertThat(secret.find()).isTrue();

        HttpResponse<String> codes = approver.submit(
                "/login/second-factor",
                "/login/second-factor",
                Map.of("code", new Totp(secret.group(1).replace(" ", "")).code(Instant.now())));

        assertThat(codes.body()).contains("Mã dự phòng");
        assertThat(approver.get("/campaigns").uri().getPath()).isEqualTo("/campaigns");
        assertThat(from("10.1.0.2").login("soanthao", PASSWORD).uri().getPath()).isEqualTo("/");
        as("quantri").get().uri("/api/v1/accounts").exchange().expectStatus().isForbidden();
        as("soanthao").get().uri("/api/v1/campaigns").exchange().expectStatus().isOk();
    }

    @Test
    void addressThatTriesTooOftenIsToldToWaitAndOthersAreNot() throws Exception {
        Visitor guesser = from("10.2.0.1");
        boolean stopped = false;
        // Twelve seconds win it one more try: on a slow machine it takes more than five.
        for (int i = 0; i < 30 && !stopped; i++) {
            stopped = guesser.login("ai-" + i, "sai").body().contains("hãy đợi 1 phút");
        }

        assertThat(stopped).isTrue();
        assertThat(from("10.2.0.2").login("soanthao", PASSWORD).uri().getPath()).isEqualTo("/");
    }

    @Test
    void overTlsTheCookieIsSecureAndTheBrowserStaysWithTls() throws Exception {
        HttpResponse<String> page = new Visitor(port, Map.of("X-Forwarded-Proto", "https")).get("/login");

        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(page.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "Secure"));
        assertThat(from("10.3.0.1").get("/login").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void everyAnswerForbidsFramesSniffingAndForeignContent() throws Exception {
        for (String path : new String[] {"/login", "/api/v1/campaigns", "/khong-co", "/app.css"}) {
            var headers = from("10.4.0.1").get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
        assertThat(from("10.4.0.1").get("/login").headers().firstValue("Referrer-Policy"))
                .hasValue("same-origin");
    }

    private Visitor from(String address) {
        return new Visitor(port, Map.of("X-Forwarded-For", address));
    }
}
