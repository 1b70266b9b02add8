package vn.canhbao.console.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.console.security.attempts.LoginAttempts;
import vn.canhbao.console.security.password.PasswordRules;
import vn.canhbao.console.security.session.ConsoleSessions;
import vn.canhbao.console.security.token.ApiTokens;
import vn.canhbao.console.security.totp.SecondFactors;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotAllowed;
import vn.canhbao.core.problem.NotFound;

/**
 * What is done to accounts, each in one transaction and in the audit trail. Nobody changes their own roles, and one
 * administrator who can sign in always stays.
 */
@Component
@Transactional
public class AccountDesk {

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{1,63}");

    /** As whom the system itself stands in the audit trail. */
    private static final Set<String> SYSTEM = Set.of("canhbao", "sms");

    private final Accounts accounts;
    private final PasswordRules passwords;
    private final LoginAttempts attempts;
    private final ConsoleSessions sessions;
    private final ApiTokens tokens;
    private final SecondFactors secondFactors;
    private final AuditTrail audit;

    AccountDesk(
            Accounts accounts,
            PasswordRules passwords,
            LoginAttempts attempts,
            ConsoleSessions sessions,
            ApiTokens tokens,
            SecondFactors secondFactors,
            AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.secondFactors = secondFactors;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Account get(String username) {
        return accounts.find(username)
                .orElseThrow(() -> new NotFound("Không có tài khoản " + username + " (no account " + username + ")"));
    }

    /** @return the password that the person must change at the first login; shown this once */
    public String create(String username, String displayName, Set<Role> roles, Long unitId, String actor) {
        List<FieldProblem> problems = problems(displayName, roles, unitId);
        if (username == null || !USERNAME.matcher(username).matches()) {
            problems.add(
                    0,
                    new FieldProblem(
                            "username",
                            "từ 2 đến 64 chữ cái không dấu, chữ số, dấu . _ @ - (2 to 64 letters, digits, . _ @ -)"));
        } else if (SYSTEM.contains(username)) {
            problems.add(0, new FieldProblem("username", "tên dành cho hệ thống (reserved for the system)"));
        }
        refuse(problems);
        String password = Accounts.randomPassword();
        try {
            accounts.insert(username, displayName.strip(), roles, unitId, password);
        } catch (DuplicateKeyException taken) {
            throw new ConflictingState("Đã có tài khoản " + username + " (this account exists already)");
        }
        record(actor, "ACCOUNT_CREATED", username, roles.toString());
        return password;
    }

    /** New name, roles and unit; sessions get the new roles at their next request. */
    public Account change(String username, String displayName, Set<Role> roles, Long unitId, String actor) {
        Account before = get(username);
        refuse(problems(displayName, roles, unitId));
        if (!before.roles().equals(roles)) {
            requireAnother(username, actor);
            if (!roles.contains(Role.ADMIN)) {
                requireAnotherAdmin(username);
            }
        }
        accounts.update(username, displayName.strip(), roles, unitId);
        record(actor, "ACCOUNT_CHANGED", username, before.roles() + " → " + roles);
        return get(username);
    }

    /** Shuts the account: sessions and tokens end with it. */
    public void disable(String username, String actor) {
        get(username);
        requireAnother(username, actor);
        requireAnotherAdmin(username);
        accounts.enable(username, false);
        sessions.endAll(username, null);
        tokens.revokeAll(username, actor);
        record(actor, "ACCOUNT_DISABLED", username, null);
    }

    public void enable(String username, String actor) {
        get(username);
        accounts.enable(username, true);
        record(actor, "ACCOUNT_ENABLED", username, null);
    }

    /** @return a password that the person must change at the next login; shown this once */
    public String resetPassword(String username, String actor) {
        get(username);
        String password = Accounts.randomPassword();
        accounts.setPassword(username, password, true);
        sessions.endAll(username, null);
        attempts.forgive(username);
        record(actor, "PASSWORD_RESET", username, null);
        return password;
    }

    /** Ends the wait after wrong passwords. */
    public void unlock(String username, String actor) {
        get(username);
        attempts.forgive(username);
        record(actor, "ACCOUNT_UNLOCKED", username, null);
    }

    /** Whether wrong passwords make the account wait somewhere. */
    @Transactional(readOnly = true)
    public boolean waits(String username) {
        return attempts.waitsSomewhere(username);
    }

    /** For a person who has lost phone and recovery codes. */
    public void removeSecondFactor(String username, String actor) {
        get(username);
        requireAnother(username, actor);
        secondFactors.remove(username);
        sessions.endAll(username, null);
        record(actor, "SECOND_FACTOR_REMOVED", username, null);
    }

    /** Signs the person out everywhere, but for one session, perhaps. */
    public void endSessions(String username, String exceptId, String actor) {
        get(username);
        sessions.endAll(username, exceptId);
        record(actor, "SESSIONS_ENDED", username, null);
    }

    /** The person's own new password; other sessions end. Guessing the old one in a session left open is slowed too. */
    @Transactional(noRollbackFor = InvalidInput.class)
    public void changePassword(String username, String current, String password, String repeated, String sessionId) {
        // Stands for an address: what goes wrong here touches nobody else, and no login.
        String here = "session " + username;
        Duration wait = attempts.waitFor(username, here);
        if (wait.isPositive()) {
            throw InvalidInput.of(
                    "current",
                    "sai quá nhiều lần: hãy đợi " + wait.toSeconds() + " giây (too many failures: wait "
                            + wait.toSeconds() + " s)");
        }
        if (!accounts.passwordIs(username, current)) {
            attempts.failed(username, here);
            throw InvalidInput.of("current", "mật khẩu hiện tại chưa đúng (not the current password)");
        }
        passwords.problem(password, username).ifPresent(problem -> {
            throw InvalidInput.of("password", problem);
        });
        if (!password.equals(repeated)) {
            throw InvalidInput.of("repeated", "hai lần nhập chưa giống nhau (the two differ)");
        }
        if (password.equals(current)) {
            throw InvalidInput.of("password", "phải khác mật khẩu cũ (must differ from the old one)");
        }
        accounts.setPassword(username, password, false);
        sessions.endAll(username, sessionId);
        record(username, "PASSWORD_CHANGED", username, null);
    }

    private List<FieldProblem> problems(String displayName, Set<Role> roles, Long unitId) {
        List<FieldProblem> problems = new ArrayList<>();
        if (displayName == null || displayName.isBlank() || displayName.strip().length() > 200) {
            problems.add(new FieldProblem("displayName", "từ 1 đến 200 ký tự (1 to 200 characters)"));
        }
        if (roles == null || roles.isEmpty()) {
            problems.add(new FieldProblem("roles", "chọn ít nhất một vai trò (choose at least one role)"));
        } else if (roles.contains(Role.UNIT_HEAD) != (unitId != null)) {
            problems.add(new FieldProblem(
                    "unitId",
                    "trưởng đơn vị, và chỉ người đó, có đơn vị (a unit's head, and nobody else, has a unit)"));
        } else if (unitId != null && !accounts.units().containsKey(unitId)) {
            problems.add(new FieldProblem("unitId", "không có đơn vị này (no such unit)"));
        }
        return problems;
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static void requireAnother(String username, String actor) {
        if (username.equals(actor)) {
            throw new NotAllowed("Việc này với tài khoản của mình phải do quản trị khác làm"
                    + " (another administrator must do this to your account)");
        }
    }

    private void requireAnotherAdmin(String username) {
        if (accounts.lockedAdmins().equals(List.of(username))) {
            throw new ConflictingState("Đây là quản trị cuối cùng còn dùng được: hãy thêm quản trị khác trước"
                    + " (the last administrator who can sign in: add another one first)");
        }
    }

    private void record(String actor, String action, String username, String detail) {
        audit.record(actor, action, "account " + username, detail);
    }
}
