package vn.canhbao.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the login page, which says no more than that it didn't work, or how long to wait. */
class LoginRefusal implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/login?" + reason(refused));
    }

    private static String reason(AuthenticationException refused) {
        return switch (refused) {
            case TooManyAttempts wait -> "wait=" + (wait.seconds() + 59) / 60;
            case OAuth2AuthenticationException elsewhere -> "elsewhere";
            default -> "error";
        };
    }
}
