package vn.canhbao.console.security;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The account table; the first start fills it with one account for each role. */
@Repository
@Order(1)
public class Accounts implements UserDetailsService, UserDetailsPasswordService, ApplicationRunner {

    private static final Map<String, Role> FIRST =
            Map.of("soanthao", Role.AUTHOR, "pheduyet", Role.APPROVER, "giamsat", Role.OFFICE, "quantri", Role.ADMIN);
    private static final Map<Role, String> TITLES = Map.of(
            Role.AUTHOR,
            "Người soạn thảo",
            Role.APPROVER,
            "Người phê duyệt",
            Role.OFFICE,
            "Cơ quan giám sát",
            Role.UNIT_HEAD,
            "Trưởng đơn vị",
            Role.ADMIN,
            "Quản trị");

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final SecuritySettings settings;
    private final Clock clock;
    private final String configuredPassword;

    Accounts(
            JdbcClient jdbc,
            PasswordEncoder encoder,
            SecuritySettings settings,
            Clock clock,
            @Value("${canhbao.password:}") String password) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
        this.configuredPassword = password;
    }

    /** As a script with a password alone has it: an account that owes a step has no role. */
    @Override
    public UserDetails loadUserByUsername(String username) {
        Account account = find(username).orElseThrow(() -> new UsernameNotFoundException("no such account"));
        return User.withUsername(account.username())
                .password(passwordHash(username))
                .authorities(account.authorities(account.owes(settings.secondFactor(), false, true)))
                .disabled(!account.enabled())
                .build();
    }

    /** Called after a login whose hash is of an older kind. */
    @Override
    public UserDetails updatePassword(UserDetails person, String newHash) {
        jdbc.sql("UPDATE user_account SET password_hash = ? WHERE username = ?")
                .params(newHash, person.getUsername())
                .update();
        return person;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("SELECT COUNT(*) FROM user_account").query(Long.class).single() > 0) {
            return;
        }
        boolean given = !configuredPassword.isBlank();
        String password = given ? configuredPassword : randomPassword();
        FIRST.forEach((username, role) -> put(username, password, role));
        if (!given) {
            // Printed, not logged: a log file outlives the moment.
            System.out.println("Tài khoản đầu tiên: soanthao, pheduyet, giamsat, quantri. Mật khẩu (chỉ hiện một lần): "
                    + password + " (first accounts; this password is shown only once)");
        }
    }

    /** Writes an account, or gives it this password and role again. */
    public void put(String username, String password, Role role) {
        jdbc.sql("""
                INSERT INTO user_account (username, display_name, password_hash, roles, enabled, created_at)
                VALUES (?, ?, ?, ?, TRUE, ?)
                ON DUPLICATE KEY UPDATE password_hash = VALUES(password_hash), roles = VALUES(roles), enabled = TRUE
                """)
                .params(username, TITLES.get(role), encoder.encode(password), role.name(), Utc.column(clock.instant()))
                .update();
    }

    /** Shuts an account; its name stays in the audit trail. */
    public void disable(String username) {
        enable(username, false);
    }

    public Optional<Account> find(String username) {
        return jdbc.sql("SELECT * FROM user_account WHERE username = ?")
                .param(username)
                .query(Accounts::read)
                .optional();
    }

    /** In the order of their names. */
    public List<Account> page(String afterUsername, int limit) {
        return jdbc.sql("SELECT * FROM user_account WHERE username > ? ORDER BY username LIMIT ?")
                .params(afterUsername == null ? "" : afterUsername, limit)
                .query(Accounts::read)
                .list();
    }

    /** The units that somebody can head, by id. */
    public Map<Long, String> units() {
        return jdbc
                .sql("SELECT id, name FROM unit ORDER BY name LIMIT 2000")
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    boolean passwordIs(String username, String password) {
        return encoder.matches(password, passwordHash(username));
    }

    void insert(String username, String displayName, Set<Role> roles, Long unitId, String password) {
        jdbc.sql("""
                INSERT INTO user_account (username, display_name, password_hash, roles, unit_id, enabled,
                    must_change_password, created_at)
                VALUES (?, ?, ?, ?, ?, TRUE, TRUE, ?)
                """)
                .params(
                        username,
                        displayName,
                        encoder.encode(password),
                        column(roles),
                        unitId,
                        Utc.column(clock.instant()))
                .update();
    }

    void update(String username, String displayName, Set<Role> roles, Long unitId) {
        jdbc.sql("UPDATE user_account SET display_name = ?, roles = ?, unit_id = ? WHERE username = ?")
                .params(displayName, column(roles), unitId, username)
                .update();
    }

    void enable(String username, boolean enabled) {
        jdbc.sql("UPDATE user_account SET enabled = ? WHERE username = ?")
                .params(enabled, username)
                .update();
    }

    void setPassword(String username, String password, boolean mustChange) {
        jdbc.sql("UPDATE user_account SET password_hash = ?, must_change_password = ? WHERE username = ?")
                .params(encoder.encode(password), mustChange, username)
                .update();
    }

    /** The administrators who can sign in; locked to the end of the transaction, so that two can't shut each other out. */
    List<String> lockedAdmins() {
        return jdbc
                .sql("SELECT * FROM user_account WHERE enabled = TRUE ORDER BY username FOR UPDATE")
                .query(Accounts::read)
                .list()
                .stream()
                .filter(account -> account.roles().contains(Role.ADMIN))
                .map(Account::username)
                .toList();
    }

    /** 96 random bits, easy to copy. */
    public static String randomPassword() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private String passwordHash(String username) {
        return jdbc.sql("SELECT password_hash FROM user_account WHERE username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    private static String column(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    private static Account read(ResultSet row, int n) throws SQLException {
        return new Account(
                row.getString("username"),
                row.getString("display_name"),
                Arrays.stream(row.getString("roles").split(","))
                        .map(Role::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))),
                row.getObject("unit_id", Long.class),
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"),
                row.getObject("totp_since") != null,
                Utc.instant(row, "created_at"));
    }
}
