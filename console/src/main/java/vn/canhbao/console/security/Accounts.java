package vn.canhbao.console.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The account table; the first start fills it with one account for each role. */
@Repository
public class Accounts implements UserDetailsService, ApplicationRunner {

    private static final Map<String, Role> FIRST =
            Map.of("soanthao", Role.AUTHOR, "pheduyet", Role.APPROVER, "giamsat", Role.OFFICE, "quantri", Role.ADMIN);
    private static final Map<Role, String> TITLES = Map.of(
            Role.AUTHOR,
            "Người soạn thảo",
            Role.APPROVER,
            "Người phê duyệt",
            Role.OFFICE,
            "Cơ quan giám sát",
            Role.ADMIN,
            "Quản trị");

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final String configuredPassword;

    Accounts(JdbcClient jdbc, PasswordEncoder encoder, Clock clock, @Value("${canhbao.password:}") String password) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.clock = clock;
        this.configuredPassword = password;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return jdbc.sql("SELECT username, password_hash, roles, enabled FROM user_account WHERE username = ?")
                .param(username)
                .query((row, n) -> User.withUsername(row.getString("username"))
                        .password(row.getString("password_hash"))
                        .roles(row.getString("roles").split(","))
                        .disabled(!row.getBoolean("enabled"))
                        .build())
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
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
        jdbc.sql("UPDATE user_account SET enabled = FALSE WHERE username = ?")
                .param(username)
                .update();
    }

    /** 96 random bits, easy to copy. */
    public static String randomPassword() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
