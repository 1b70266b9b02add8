package vn.canhbao.console.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.canhbao.console.security.attempts.LoginAttempts;
import vn.canhbao.console.security.totp.SecondFactors;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.InvalidInput;

/** Codes as a signed-in person enters them: guarded by the lock-out of passwords, and followed by a new session id. */
@Component
public class SecondStep {

    private final GuardedLogin login;
    private final LoginAttempts attempts;
    private final SecondFactors secondFactors;
    private final AuditTrail audit;

    SecondStep(GuardedLogin login, LoginAttempts attempts, SecondFactors secondFactors, AuditTrail audit) {
        this.login = login;
        this.attempts = attempts;
        this.secondFactors = secondFactors;
        this.audit = audit;
    }

    /** What became of a code. */
    public sealed interface Outcome {
        /** The session now has its roles. */
        record Accepted() implements Outcome {}

        record Wrong() implements Outcome {}

        /** It was not even looked at. */
        record MustWait(Duration remaining) implements Outcome {}
    }

    /** The code of a login. */
    public Outcome enter(String code, HttpServletRequest request) {
        String username = username(request);
        String address = request.getRemoteAddr();
        Duration wait = attempts.waitFor(username, address);
        if (wait.isPositive()) {
            return new Outcome.MustWait(wait);
        }
        if (!secondFactors.accepts(username, code)) {
            login.failed(username, address);
            return new Outcome.Wrong();
        }
        attempts.succeeded(username, address);
        codeSeen(request);
        return new Outcome.Accepted();
    }

    /**
     * The first code of an enrolment.
     *
     * @return the recovery codes; empty for a wrong code
     */
    public List<String> enrol(String username, String code, HttpServletRequest request) {
        List<String> recoveryCodes = secondFactors.confirm(username, code);
        if (!recoveryCodes.isEmpty()) {
            codeSeen(request);
            audit.record(username, "SECOND_FACTOR_ENROLLED", "account " + username, null);
        }
        return recoveryCodes;
    }

    /** Takes the person's own second factor away; a code is needed for it. */
    public void remove(String code, HttpServletRequest request) {
        requireCode(code, request);
        String username = username(request);
        secondFactors.remove(username);
        audit.record(username, "SECOND_FACTOR_REMOVED", "account " + username, null);
    }

    /** New recovery codes; a code is needed for them. */
    public List<String> newRecoveryCodes(String code, HttpServletRequest request) {
        requireCode(code, request);
        String username = username(request);
        audit.record(username, "RECOVERY_CODES_RENEWED", "account " + username, null);
        return secondFactors.newRecoveryCodes(username);
    }

    private void requireCode(String code, HttpServletRequest request) {
        switch (enter(code, request)) {
            case Outcome.Accepted accepted -> {}
            case Outcome.Wrong wrong ->
                throw InvalidInput.of(
                        "code", "mã chưa đúng hoặc đã dùng: hãy đợi mã kế tiếp (wrong or used: wait for the next one)");
            case Outcome.MustWait wait ->
                throw InvalidInput.of(
                        "code",
                        "sai quá nhiều lần: hãy đợi " + wait.remaining().toSeconds() + " giây (too many failures: wait "
                                + wait.remaining().toSeconds() + " s)");
        }
    }

    private static String username(HttpServletRequest request) {
        return request.getUserPrincipal().getName();
    }

    private static void codeSeen(HttpServletRequest request) {
        request.changeSessionId();
        SignIn.codeSeen(request.getSession());
    }
}
