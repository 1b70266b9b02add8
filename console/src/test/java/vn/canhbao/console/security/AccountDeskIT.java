package vn.canhbao.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.canhbao.console.security.attempts.LockOutSettings;
import vn.canhbao.console.security.attempts.LoginAttempts;
import vn.canhbao.console.security.password.PasswordRules;
import vn.canhbao.console.security.session.ConsoleSessions;
import vn.canhbao.console.security.token.ApiTokens;
import vn.canhbao.console.security.token.Scope;
import vn.canhbao.console.security.totp.SecondFactors;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotAllowed;
import vn.canhbao.core.problem.NotFound;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class AccountDeskIT {

    private final TestDatabase.Opened database;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T05:00:00Z"));
    private final PasswordEncoder encoder = new BCryptPasswordEncoder(4);
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final LoginAttempts attempts;
    private final ConsoleSessions sessions;
    private final ApiTokens tokens;
    private final SecondFactors secondFactors;
    private final AccountDesk desk;

    AccountDeskIT(TestDatabase kind) {
        database = kind.open();
        jdbc = JdbcClient.create(database.dataSource());
        AuditTrail audit = new AuditTrail(jdbc, clock);
        accounts = new Accounts(jdbc, encoder, settings(""), clock, "mat-khau-thu");
        attempts = new LoginAttempts(
                jdbc, new LockOutSettings(5, 20, 50, Duration.ofMinutes(1), Duration.ofHours(1)), clock);
        sessions = new ConsoleSessions(jdbc, Duration.ofMinutes(30), Duration.ofHours(12), clock);
        tokens = new ApiTokens(jdbc, audit, clock);
        secondFactors = new SecondFactors(jdbc, clock);
        desk = new AccountDesk(accounts, new PasswordRules(10), attempts, sessions, tokens, secondFactors, audit);
    }

    private static SecuritySettings settings(String recover) {
        return new SecuritySettings(
                SecuritySettings.SecondFactor.OPTIONAL, 10, 60, Duration.ofHours(12), recover, null, null);
    }

    @BeforeEach
    void firstStart() {
        accounts.run(new DefaultApplicationArguments());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void newAccountHasAOneTimePasswordThatMustBeChanged() {
        String password = desk.create("lan.nt", "Nguyễn Thị Lan", Set.of(Role.AUTHOR, Role.OFFICE), null, "quantri");

        Account account = desk.get("lan.nt");
        assertThat(account.roles()).containsExactlyInAnyOrder(Role.AUTHOR, Role.OFFICE);
        assertThat(account.mustChangePassword()).isTrue();
        assertThat(accounts.passwordIs("lan.nt", password)).isTrue();
        assertThat(accounts.loadUserByUsername("lan.nt").getAuthorities())
                .extracting(authority -> authority.getAuthority())
                .containsExactly("STEP_NEW_PASSWORD");

        desk.changePassword("lan.nt", password, "ngựa xanh ăn phở", "ngựa xanh ăn phở", null);

        assertThat(desk.get("lan.nt").mustChangePassword()).isFalse();
        assertThat(accounts.loadUserByUsername("lan.nt").getAuthorities())
                .extracting(authority -> authority.getAuthority())
                .containsExactlyInAnyOrder("ROLE_AUTHOR", "ROLE_OFFICE");
    }

    @Test
    void whatIsWrongWithANewAccountIsSaidTogether() {
        assertThatThrownBy(() -> desk.create("a b", " ", Set.of(), null, "quantri"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.field())
                                .containsExactly("username", "displayName", "roles"));
        assertThatThrownBy(() -> desk.create("canhbao", "x", Set.of(Role.AUTHOR), null, "quantri"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desk.create("soanthao", "x", Set.of(Role.AUTHOR), null, "quantri"))
                .isInstanceOf(ConflictingState.class);
        assertThatThrownBy(() -> desk.get("khong-co")).isInstanceOf(NotFound.class);
    }

    @Test
    void headHasAUnitAndNobodyElse() {
        jdbc.sql("INSERT INTO unit (name, kind, created_at) VALUES ('Phòng A', 'OFFICE', '2026-11-24 05:00:00')")
                .update();
        long unit = jdbc.sql("SELECT id FROM unit").query(Long.class).single();

        desk.create("truong.a", "Trưởng phòng A", Set.of(Role.UNIT_HEAD), unit, "quantri");

        assertThat(desk.get("truong.a").unitId()).isEqualTo(unit);
        assertThat(accounts.units()).containsEntry(unit, "Phòng A");
        for (Long wrong : new Long[] {null, unit + 1}) {
            assertThatThrownBy(() -> desk.create("b1", "B", Set.of(Role.UNIT_HEAD), wrong, "quantri"))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> desk.create("c1", "C", Set.of(Role.AUTHOR), unit, "quantri"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void nobodyChangesOrDisablesThemselves() {
        desk.create("quantri2", "Quản trị 2", Set.of(Role.ADMIN), null, "quantri");

        assertThatThrownBy(() -> desk.change("quantri", "Q", Set.of(Role.ADMIN, Role.APPROVER), null, "quantri"))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.disable("quantri", "quantri")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.removeSecondFactor("quantri", "quantri")).isInstanceOf(NotAllowed.class);
        assertThat(desk.change("quantri", "Tên mới", Set.of(Role.ADMIN), null, "quantri")
                        .displayName())
                .isEqualTo("Tên mới");
    }

    @Test
    void lastAdministratorStays() {
        desk.create("quantri2", "Quản trị 2", Set.of(Role.ADMIN), null, "quantri");
        desk.disable("quantri2", "quantri");

        assertThatThrownBy(() -> desk.disable("quantri", "quantri2")).isInstanceOf(ConflictingState.class);
        assertThatThrownBy(() -> desk.change("quantri", "Q", Set.of(Role.AUTHOR), null, "quantri2"))
                .isInstanceOf(ConflictingState.class);
        desk.enable("quantri2", "quantri");
        desk.disable("quantri", "quantri2");
        assertThat(desk.get("quantri").enabled()).isFalse();
    }

    @Test
    void disabledAccountLosesSessionsAndTokens() {
        String session = sessions.open("soanthao", "10.0.0.1", "Firefox");
        String token = tokens.create("soanthao", "a", Set.of(Scope.READ), 30).secret();

        desk.disable("soanthao", "quantri");

        assertThat(sessions.owner(session)).isEmpty();
        assertThat(tokens.use(token)).isEmpty();
        assertThat(accounts.loadUserByUsername("soanthao").isEnabled()).isFalse();
    }

    @Test
    void resetPasswordEndsSessionsAndWaits() {
        String session = sessions.open("soanthao", "10.0.0.1", "Firefox");
        for (int i = 0; i < 5; i++) {
            attempts.failed("soanthao", "10.0.0.9");
        }
        assertThat(desk.waits("soanthao")).isTrue();

        String password = desk.resetPassword("soanthao", "quantri");

        assertThat(accounts.passwordIs("soanthao", password)).isTrue();
        assertThat(accounts.passwordIs("soanthao", "mat-khau-thu")).isFalse();
        assertThat(sessions.owner(session)).isEmpty();
        assertThat(desk.waits("soanthao")).isFalse();
    }

    @Test
    void ownPasswordIsChangedByWhoKnowsTheOldOne() {
        String here = sessions.open("soanthao", "10.0.0.1", "Firefox");
        String lost = sessions.open("soanthao", "10.0.0.2", "Firefox");

        for (List<String> wrong : List.of(
                List.of("sai", "ngựa xanh ăn phở", "ngựa xanh ăn phở"),
                List.of("mat-khau-thu", "ngắn", "ngắn"),
                List.of("mat-khau-thu", "ngựa xanh ăn phở", "khác"),
                List.of("mat-khau-thu", "mat-khau-thu", "mat-khau-thu"))) {
            assertThatThrownBy(() -> desk.changePassword("soanthao", wrong.get(0), wrong.get(1), wrong.get(2), null))
                    .isInstanceOf(InvalidInput.class);
        }
        desk.changePassword("soanthao", "mat-khau-thu", "ngựa xanh ăn phở", "ngựa xanh ăn phở", sessions.id(here));

        assertThat(accounts.passwordIs("soanthao", "ngựa xanh ăn phở")).isTrue();
        assertThat(sessions.owner(here)).isPresent();
        assertThat(sessions.owner(lost)).isEmpty();
    }

    @Test
    void oldPasswordCannotBeGuessedInASessionLeftOpen() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> desk.changePassword("soanthao", "sai", "x", "x", null))
                    .hasMessageContaining("not the current password");
        }

        assertThatThrownBy(() ->
                        desk.changePassword("soanthao", "mat-khau-thu", "ngựa xanh ăn phở", "ngựa xanh ăn phở", null))
                .hasMessageContaining("too many failures");
    }

    @Test
    void recoveryGivesAShutAccountBack() {
        desk.create("quantri2", "Quản trị 2", Set.of(Role.ADMIN), null, "quantri");
        desk.disable("quantri", "quantri2");
        secondFactors.confirm("quantri", secondFactors.begin("quantri").code(clock.instant()));

        new AccountRecovery(settings("quantri"), desk).run(new DefaultApplicationArguments());

        Account account = desk.get("quantri");
        assertThat(account.enabled()).isTrue();
        assertThat(account.secondFactor()).isFalse();
        assertThat(account.mustChangePassword()).isTrue();
    }

    @Test
    void everythingIsInTheAuditTrail() {
        desk.create("lan.nt", "Lan", Set.of(Role.AUTHOR), null, "quantri");
        desk.change("lan.nt", "Lan", Set.of(Role.APPROVER), null, "quantri");
        desk.disable("lan.nt", "quantri");
        desk.enable("lan.nt", "quantri");
        desk.resetPassword("lan.nt", "quantri");
        desk.unlock("lan.nt", "quantri");
        desk.removeSecondFactor("lan.nt", "quantri");
        desk.endSessions("lan.nt", null, "quantri");

        assertThat(jdbc.sql("SELECT action FROM audit_trail WHERE subject = 'account lan.nt' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "ACCOUNT_CREATED",
                        "ACCOUNT_CHANGED",
                        "ACCOUNT_DISABLED",
                        "ACCOUNT_ENABLED",
                        "PASSWORD_RESET",
                        "ACCOUNT_UNLOCKED",
                        "SECOND_FACTOR_REMOVED",
                        "SESSIONS_ENDED");
    }
}
