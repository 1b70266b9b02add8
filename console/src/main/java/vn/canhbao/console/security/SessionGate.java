package vn.canhbao.console.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.canhbao.console.security.session.ConsoleSessions;

/**
 * What the person of a session may do, read anew at every request: a session that was ended, a disabled account and
 * changed roles count at once, on every server. The session itself only says who it is.
 */
class SessionGate extends OncePerRequestFilter {

    private final ConsoleSessions sessions;
    private final Accounts accounts;
    private final SecuritySettings settings;

    SessionGate(ConsoleSessions sessions, Accounts accounts, SecuritySettings settings) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** Styles and scripts are everybody's. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/webjars/") || path.equals("/app.css") || path.equals("/favicon.svg");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (person != null && !(person instanceof AnonymousAuthenticationToken)) {
            Optional<Account> account = session == null ? Optional.empty() : owner(session);
            if (account.isPresent()) {
                SecurityContextHolder.setContext(new SecurityContextImpl(now(account.get(), session)));
            } else {
                SecurityContextHolder.clearContext();
                if (session != null) {
                    session.invalidate();
                }
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<Account> owner(HttpSession session) {
        return SignIn.key(session)
                .flatMap(sessions::owner)
                .flatMap(accounts::find)
                .filter(Account::enabled);
    }

    private Authentication now(Account account, HttpSession session) {
        Optional<LoginStep> owed =
                account.owes(settings.secondFactor(), SignIn.hasSeenCode(session), SignIn.beganByPassword(session));
        return UsernamePasswordAuthenticationToken.authenticated(account.username(), null, account.authorities(owed));
    }
}
