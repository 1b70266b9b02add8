package vn.canhbao.console.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.canhbao.console.security.token.ApiTokens;

/** {@code Authorization: Bearer canhbao_…} (RFC 6750) instead of HTTP Basic. */
class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final ProblemResponses problems;

    TokenFilter(ApiTokens tokens, Accounts accounts, ProblemResponses problems) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<TokenAuthentication> script = tokens.use(
                        header.substring(SCHEME.length()).strip())
                .flatMap(token -> accounts.find(token.username())
                        .filter(Account::enabled)
                        .map(owner -> new TokenAuthentication(owner, token.scopes())));
        if (script.isEmpty()) {
            problems.commence(request, response, new BadCredentialsException("unknown token"));
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(script.get()));
        chain.doFilter(request, response);
    }
}
