package vn.canhbao.console.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ApiTokensIT {

    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");

    private final TestDatabase.Opened database;
    private final SettableClock clock = new SettableClock(NOON);
    private final JdbcClient jdbc;
    private final ApiTokens tokens;

    ApiTokensIT(TestDatabase kind) {
        database = kind.open();
        jdbc = JdbcClient.create(database.dataSource());
        tokens = new ApiTokens(jdbc, new AuditTrail(jdbc, clock), clock);
    }

    @BeforeEach
    void account() {
        jdbc.sql(
                        "INSERT INTO user_account (username, display_name, password_hash, roles, enabled, created_at) VALUES ('soanthao', 'S', 'x', 'AUTHOR', TRUE, '2026-11-24 05:00:00')")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void secretIsNowhereInTheTableAndItsBeginningIs() {
        ApiTokens.Created made = tokens.create("soanthao", " báo cáo ", Set.of(Scope.WRITE, Scope.READ), 30);

        assertThat(made.secret())
                .matches("canhbao_[A-Za-z0-9_-]{43}")
                .startsWith(made.token().prefix());
        assertThat(made.token().scopes()).containsExactly(Scope.READ, Scope.WRITE);
        assertThat(made.token().name()).isEqualTo("báo cáo");
        assertThat(jdbc.sql("SELECT CONCAT(name, prefix, token_hash) FROM api_token")
                        .query(String.class)
                        .single())
                .doesNotContain(made.secret());
    }

    @Test
    void tokenWorksUntilItsDayAndItsUseIsNoted() {
        String secret = tokens.create("soanthao", "a", Set.of(Scope.READ), 30).secret();

        assertThat(tokens.use(secret))
                .hasValueSatisfying(token -> assertThat(token.username()).isEqualTo("soanthao"));
        assertThat(tokens.of("soanthao").getFirst().lastUsedAt()).isEqualTo(NOON);
        assertThat(tokens.use(secret + "x")).isEmpty();
        clock.advance(Duration.ofDays(30));
        assertThat(tokens.use(secret)).isEmpty();
    }

    @Test
    void revokedTokenWorksNoMoreAndOnlyItsOwnerHasIt() {
        ApiTokens.Created made = tokens.create("soanthao", "a", Set.of(Scope.READ), 30);

        assertThatThrownBy(() -> tokens.revoke(made.token().id(), "pheduyet", "pheduyet"))
                .isInstanceOf(NotFound.class);
        assertThat(tokens.use(made.secret())).isPresent();
        tokens.revoke(made.token().id(), "soanthao", "soanthao");
        tokens.revoke(made.token().id(), "soanthao", "soanthao");
        assertThat(tokens.use(made.secret())).isEmpty();
        assertThat(jdbc.sql("SELECT action FROM audit_trail ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("TOKEN_CREATED", "TOKEN_REVOKED");
    }

    @Test
    void nameScopeAndDaysAreNeeded() {
        assertThatThrownBy(() -> tokens.create("soanthao", " ", Set.of(), 400))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.field())
                                .containsExactly("name", "scopes", "days"));
    }
}
