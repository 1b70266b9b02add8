package vn.canhbao.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;
import vn.canhbao.console.security.session.ConsoleSessions;
import vn.canhbao.core.audit.AuditTrail;

/**
 * Begins and ends a person's session: its row, and what the session itself remembers of how it began. Spring Security has
 * given it a new id before.
 */
@Component
public class SignIn implements SessionAuthenticationStrategy, LogoutHandler {

    private static final String KEY = "canhbao.session";
    private static final String CODE_SEEN = "canhbao.code-seen";
    private static final String BY_PASSWORD = "canhbao.by-password";

    private final ConsoleSessions sessions;
    private final AuditTrail audit;

    SignIn(ConsoleSessions sessions, AuditTrail audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    @Override
    public void onAuthentication(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        String address = request.getRemoteAddr();
        session.removeAttribute(CODE_SEEN);
        session.setAttribute(BY_PASSWORD, person instanceof UsernamePasswordAuthenticationToken);
        session.setAttribute(KEY, sessions.open(person.getName(), address, request.getHeader(HttpHeaders.USER_AGENT)));
        audit.record(person.getName(), "LOGIN", "account " + person.getName(), address);
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication person) {
        HttpSession session = request.getSession(false);
        if (session != null && person != null) {
            key(session).ifPresent(key -> sessions.end(sessions.id(key), person.getName()));
        }
    }

    /** The id of the session that this request belongs to. */
    public String sessionId(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : key(session).map(sessions::id).orElse("");
    }

    static Optional<String> key(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(KEY));
    }

    static boolean hasSeenCode(HttpSession session) {
        return Boolean.TRUE.equals(session.getAttribute(CODE_SEEN));
    }

    static boolean beganByPassword(HttpSession session) {
        return !Boolean.FALSE.equals(session.getAttribute(BY_PASSWORD));
    }

    static void codeSeen(HttpSession session) {
        session.setAttribute(CODE_SEEN, true);
    }
}
