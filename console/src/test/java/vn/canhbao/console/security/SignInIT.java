package vn.canhbao.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.console.Visitor;
import vn.canhbao.console.security.token.ApiTokens;
import vn.canhbao.console.security.token.Scope;
import vn.canhbao.console.security.totp.Totp;

/** The ways in, over HTTP; every test with accounts of its own. */
class SignInIT extends RunningConsole {

    private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*>([A-Z2-7 ]+)<");
    private static final Pattern CODE = Pattern.compile("<code>([A-Z2-9-]{19})</code>");

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountDesk desk;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void afterFiveFailuresTheRightPasswordMustWaitTooAndUnknownNamesAreToldTheSame() throws Exception {
        accounts.put("lan", PASSWORD, Role.AUTHOR);
        for (String name : new String[] {"lan", "khong-ai-ca"}) {
            for (int i = 0; i < 5; i++) {
                assertThat(new Visitor(port).login(name, "sai-" + i).body())
                        .contains("Sai tài khoản hoặc mật khẩu")
                        .doesNotContain("hãy đợi");
            }
            assertThat(new Visitor(port).login(name, PASSWORD).body()).contains("hãy đợi 1 phút");
        }
        RestTestClient.ResponseSpec script =
                as("lan").get().uri("/api/v1/campaigns").exchange();
        script.expectStatus().isEqualTo(429).expectHeader().exists(HttpHeaders.RETRY_AFTER);
        assertThat(audited("account lan")).contains("LOGIN_BLOCKED");

        as("quantri")
                .post()
                .uri("/api/v1/accounts/lan/unlock")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(new Visitor(port).login("lan", PASSWORD).uri().getPath()).isEqualTo("/");
    }

    @Test
    void sessionHasANewIdAfterLoginAndItsCookieIsForTheServerAlone() throws Exception {
        accounts.put("minh", PASSWORD, Role.AUTHOR);
        Visitor visitor = new Visitor(port);
        HttpResponse<String> page = visitor.get("/login");
        String before = visitor.sessionId().orElseThrow();
        visitor.login("minh", PASSWORD);

        assertThat(page.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite=Lax"));
        assertThat(visitor.sessionId().orElseThrow()).isNotEqualTo(before);
        assertThat(audited("account minh")).contains("LOGIN");
    }

    @Test
    void changedRolesAndDisabledAccountsCountAtTheNextRequest() throws Exception {
        accounts.put("hoa", PASSWORD, Role.OFFICE);
        Visitor visitor = new Visitor(port);
        visitor.login("hoa", PASSWORD);
        assertThat(visitor.get("/links").statusCode()).isEqualTo(403);

        desk.change("hoa", "Hoa", Set.of(Role.ADMIN), null, "quantri");
        assertThat(visitor.get("/links").statusCode()).isEqualTo(200);

        desk.disable("hoa", "quantri");
        assertThat(visitor.get("/links").uri().getPath()).isEqualTo("/login");
        assertThat(new Visitor(port).login("hoa", PASSWORD).body()).contains("Sai tài khoản hoặc mật khẩu");
    }

    @Test
    void sessionEndedFromElsewhereIsOver() throws Exception {
        accounts.put("dung", PASSWORD, Role.AUTHOR);
        Visitor office = new Visitor(port);
        Visitor phone = new Visitor(port);
        office.login("dung", PASSWORD);
        phone.login("dung", PASSWORD);

        assertThat(office.submit("/account", "/account/sessions/end", Map.of()).body())
                .contains("Đã đăng xuất mọi nơi khác", "phiên này");

        assertThat(phone.get("/campaigns").uri().getPath()).isEqualTo("/login");
        assertThat(office.get("/campaigns").uri().getPath()).isEqualTo("/campaigns");
    }

    @Test
    void oneTimePasswordLeadsToANewOneFirst() throws Exception {
        String once = desk.create("an", "An", Set.of(Role.AUTHOR), null, "quantri");
        Visitor visitor = new Visitor(port);

        assertThat(visitor.login("an", once).uri().getPath()).isEqualTo("/login/new-password");
        assertThat(visitor.get("/campaigns").uri().getPath()).isEqualTo("/login/new-password");
        assertThat(change(visitor, once, "matkhau2026!").body()).contains("quá dễ đoán");
        assertThat(change(visitor, once, "ngựa xanh ăn phở").uri().getPath()).isEqualTo("/");
        assertThat(new Visitor(port).login("an", "ngựa xanh ăn phở").uri().getPath())
                .isEqualTo("/");
    }

    @Test
    void enrolledAccountNeedsACodeAndACodeIsTakenOnce() throws Exception {
        accounts.put("binh", PASSWORD, Role.APPROVER);
        Visitor visitor = new Visitor(port);
        visitor.login("binh", PASSWORD);
        Matcher shown = SECRET.matcher(visitor.get("/account/second-factor").body());
        assertThat(shown.find()).isTrue();
        Totp phone = new Totp(shown.group(1).replace(" ", ""));
        assertThat(enrol(visitor, "000000").body()).contains("Mã chưa đúng");
        HttpResponse<String> enrolled = enrol(visitor, phone.code(Instant.now()));
        Matcher codes = CODE.matcher(enrolled.body());
        assertThat(codes.find()).isTrue();

        Visitor again = new Visitor(port);
        assertThat(again.login("binh", PASSWORD).uri().getPath()).isEqualTo("/login/code");
        assertThat(again.get("/campaigns").uri().getPath()).isEqualTo("/login/code");
        assertThat(code(again, "123456").body()).contains("Mã chưa đúng");
        String before = again.sessionId().orElseThrow();
        // The clock of a phone may be a step ahead; the current code went into the enrolment.
        String next = phone.code(Instant.now().plusSeconds(30));
        assertThat(code(again, next).uri().getPath()).isEqualTo("/");
        assertThat(again.sessionId().orElseThrow()).isNotEqualTo(before);

        Visitor replay = new Visitor(port);
        replay.login("binh", PASSWORD);
        assertThat(code(replay, next).body()).contains("Mã chưa đúng");
        assertThat(code(replay, codes.group(1)).uri().getPath()).isEqualTo("/");

        as("binh")
                .get()
                .uri("/api/v1/campaigns")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat((String) detail).contains("API token"));
    }

    @Test
    void passwordsInBetweenDoNotForgiveWrongCodes() throws Exception {
        accounts.put("cuong", PASSWORD, Role.APPROVER);
        jdbc.sql(
                        "UPDATE user_account SET totp_secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', totp_since = created_at, totp_last_step = 0 WHERE username = 'cuong'")
                .update();
        for (int i = 0; i < 5; i++) {
            Visitor visitor = new Visitor(port);
            visitor.login("cuong", PASSWORD);
            code(visitor, "0");
        }

        assertThat(new Visitor(port).login("cuong", PASSWORD).body()).contains("hãy đợi");
    }

    @Test
    void tokenDoesWhatRoleAndScopeAllowAndEndsWithItsAccount() {
        accounts.put("kich-ban", PASSWORD, Role.AUTHOR);
        String read = tokens.create("kich-ban", "đọc", Set.of(Scope.READ), 1).secret();
        String all =
                tokens.create("kich-ban", "tất cả", Set.of(Scope.values()), 1).secret();

        bearer(read).get().uri("/api/v1/campaigns").exchange().expectStatus().isOk();
        post(read, "/api/v1/recipient-lists", "{\"name\":\"x\"}").expectStatus().isForbidden();
        post(all, "/api/v1/recipient-lists", "{\"name\":\"" + freshName("Token") + "\"}")
                .expectStatus()
                .isCreated();
        bearer(all).get().uri("/api/v1/accounts").exchange().expectStatus().isForbidden();
        post(all, "/api/v1/account/tokens", "{\"name\":\"x\",\"scopes\":[\"READ\"],\"days\":1}")
                .expectStatus()
                .isForbidden();
        bearer("canhbao_khong-co")
                .get()
                .uri("/api/v1/campaigns")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        bearer(read).get().uri("/campaigns").exchange().expectStatus().is3xxRedirection();

        accounts.disable("kich-ban");
        bearer(read).get().uri("/api/v1/campaigns").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void tokenIsMadeAndRevokedByRest() {
        accounts.put("rest", PASSWORD, Role.OFFICE);
        var made = created("rest", "/api/v1/account/tokens", "{\"name\":\"a\",\"scopes\":[\"READ\"],\"days\":7}");
        String secret = made.path("secret").asString();

        bearer(secret).get().uri("/api/v1/account").exchange().expectStatus().isOk();
        as("rest")
                .get()
                .uri("/api/v1/account/tokens")
                .exchange()
                .expectBody(String.class)
                .value(listed -> assertThat(listed)
                        .contains(made.path("prefix").asString())
                        .doesNotContain(secret));
        as("rest")
                .post()
                .uri("/api/v1/account/tokens/" + made.path("id").asLong() + "/revoke")
                .exchange()
                .expectStatus()
                .isOk();
        bearer(secret).get().uri("/api/v1/account").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void hashOfBeforeIsTakenAndRenewedAtLogin() throws Exception {
        accounts.put("cu", PASSWORD, Role.AUTHOR);
        jdbc.sql("UPDATE user_account SET password_hash = ? WHERE username = 'cu'")
                .param(new BCryptPasswordEncoder().encode(PASSWORD))
                .update();

        assertThat(new Visitor(port).login("cu", PASSWORD).uri().getPath()).isEqualTo("/");

        assertThat(jdbc.sql("SELECT password_hash FROM user_account WHERE username = 'cu'")
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}");
    }

    @Test
    void accountsAreMadeAndChangedByRest() {
        var made = created(
                "quantri",
                "/api/v1/accounts",
                "{\"username\":\"moi\",\"displayName\":\"Người mới\",\"roles\":[\"AUTHOR\"]}");
        assertThat(made.path("oneTimePassword").asString()).isNotBlank();

        as("quantri")
                .patch()
                .uri("/api/v1/accounts/moi")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"roles\":[\"APPROVER\",\"OFFICE\"],\"enabled\":false}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.enabled")
                .isEqualTo(false)
                .jsonPath("$.roles.length()")
                .isEqualTo(2);
        as("quantri")
                .patch()
                .uri("/api/v1/accounts/quantri")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"enabled\":false}")
                .exchange()
                .expectStatus()
                .isForbidden();
        as("quantri")
                .get()
                .uri("/api/v1/accounts?after=mo&limit=1")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].username")
                .isEqualTo("moi")
                .jsonPath("$.next")
                .isEqualTo("/api/v1/accounts?after=moi&limit=1");
    }

    @Test
    void officeSearchesTheTrailAndSeesNoNumberInIt() throws Exception {
        jdbc.sql(
                        "INSERT INTO audit_trail (at, actor, action, subject, detail) VALUES (CURRENT_TIMESTAMP, 'thu', 'THU', 'campaign 7', 'gọi 0912345678')")
                .update();
        as("giamsat")
                .get()
                .uri("/api/v1/audit?actor=thu&subject=campaign")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].detail")
                .isEqualTo("gọi •••");
        Visitor office = new Visitor(port);
        office.login("giamsat", PASSWORD);

        assertThat(office.get("/audit?actor=thu&from=2020-01-01&to=&subject=campaign+7")
                        .body())
                .contains("THU", "gọi •••", "giờ Việt Nam")
                .doesNotContain("0912345678");
        assertThat(office.get("/audit?actor=khong-ai").body()).contains("Không có dòng nào khớp");
    }

    @Test
    void headOfAUnitLandsOnTheirUnit() throws Exception {
        accounts.put("truong", PASSWORD, Role.UNIT_HEAD);

        assertThat(new Visitor(port).login("truong", PASSWORD).uri().getPath()).isEqualTo("/my-unit");
    }

    private HttpResponse<String> change(Visitor visitor, String current, String password) throws Exception {
        return visitor.submit(
                "/login/new-password",
                "/login/new-password",
                Map.of("current", current, "password", password, "repeated", password));
    }

    private HttpResponse<String> enrol(Visitor visitor, String code) throws Exception {
        return visitor.submit("/account/second-factor", "/account/second-factor", Map.of("code", code));
    }

    private HttpResponse<String> code(Visitor visitor, String code) throws Exception {
        return visitor.submit("/login/code", "/login/code", Map.of("code", code));
    }

    private RestTestClient bearer(String secret) {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeaders(headers -> headers.setBearerAuth(secret))
                .build();
    }

    private RestTestClient.ResponseSpec post(String secret, String path, String json) {
        return bearer(secret)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    private java.util.List<String> audited(String subject) {
        return jdbc.sql("SELECT action FROM audit_trail WHERE subject = ?")
                .param(subject)
                .query(String.class)
                .list();
    }
}
