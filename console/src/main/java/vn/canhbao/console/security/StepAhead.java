package vn.canhbao.console.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/** Leads whoever owes a step of the login to its page; anybody else is told that they may not. */
class StepAhead implements AccessDeniedHandler {

    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var step = LoginStep.of(SecurityContextHolder.getContext().getAuthentication());
        if (step.isPresent()) {
            response.sendRedirect(request.getContextPath() + step.get().page());
        } else {
            refusal.handle(request, response, denied);
        }
    }
}
