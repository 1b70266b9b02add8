package vn.canhbao.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.console.Visitor;

/** Signing in at a provider: over HTTP, with signed tokens. */
class OidcLoginIT extends RunningConsole {

    private static final FakeProvider PROVIDER = new FakeProvider(false);
    private static final FakeProvider FORGER = new FakeProvider(true);

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        for (Map.Entry<String, FakeProvider> one :
                Map.of("tinh", PROVIDER, "gia", FORGER).entrySet()) {
            String registration = "spring.security.oauth2.client.registration." + one.getKey();
            registry.add(registration + ".client-id", () -> "canhbao");
            registry.add(registration + ".client-secret", () -> "secret");
            registry.add(registration + ".scope", () -> "openid,profile");
            registry.add(registration + ".client-name", () -> "Cổng của tỉnh");
            registry.add(
                    "spring.security.oauth2.client.provider." + one.getKey() + ".issuer-uri", one.getValue()::issuer);
        }
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
        FORGER.close();
    }

    @Test
    void loginPageOffersTheProvider() throws Exception {
        assertThat(new Visitor(port).get("/login").body())
                .contains("Đăng nhập bằng Cổng của tỉnh", "/oauth2/authorization/tinh");
    }

    @Test
    void personComesInAsTheAccountOfThatNameWithItsRoles() throws Exception {
        PROVIDER.signsIn(Map.of("preferred_username", "giamsat", "roles", "ADMIN"));
        Visitor visitor = new Visitor(port);

        assertThat(visitor.get("/oauth2/authorization/tinh").uri().getPath()).isEqualTo("/");
        assertThat(visitor.get("/account").body()).contains("giamsat");
        assertThat(visitor.get("/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    void whoHasNoAccountGetsNone() throws Exception {
        long before = count();
        for (Map<String, Object> stranger : java.util.List.<Map<String, Object>>of(
                Map.of("preferred_username", "khong-co"), Map.of("email", "giamsat"))) {
            PROVIDER.signsIn(stranger);
            Visitor visitor = new Visitor(port);

            assertThat(visitor.get("/oauth2/authorization/tinh").body()).contains("chưa có tài khoản");
            assertThat(visitor.get("/campaigns").uri().getPath()).isEqualTo("/login");
        }
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void disabledAccountStaysOut() throws Exception {
        accounts.put("nghi", PASSWORD, Role.AUTHOR);
        accounts.disable("nghi");
        PROVIDER.signsIn(Map.of("preferred_username", "nghi"));

        assertThat(new Visitor(port).get("/oauth2/authorization/tinh").uri().getPath())
                .isEqualTo("/login");
    }

    @Test
    void tokenThatTheProviderDidNotSignIsRefused() throws Exception {
        FORGER.signsIn(Map.of("preferred_username", "quantri"));

        assertThat(new Visitor(port).get("/oauth2/authorization/gia").uri().getPath())
                .isEqualTo("/login");
    }

    @Test
    void oneTimePasswordIsNoMatterWhereNoPasswordIsUsed() throws Exception {
        accounts.put("ngoai", PASSWORD, Role.AUTHOR);
        jdbc.sql("UPDATE user_account SET must_change_password = TRUE WHERE username = 'ngoai'")
                .update();
        PROVIDER.signsIn(Map.of("preferred_username", "ngoai"));

        assertThat(new Visitor(port).get("/oauth2/authorization/tinh").uri().getPath())
                .isEqualTo("/");
    }

    private long count() {
        return jdbc.sql("SELECT COUNT(*) FROM user_account").query(Long.class).single();
    }
}
