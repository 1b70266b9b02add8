package vn.canhbao.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.canhbao.console.security.Role;

/** What every page knows. */
@ControllerAdvice(basePackageClasses = PageModel.class)
class PageModel {

    @ModelAttribute("viewer")
    Viewer viewer(Authentication person, HttpServletRequest request) {
        if (person == null) {
            return new Viewer("", Set.of(), request.getServletPath());
        }
        return new Viewer(person.getName(), Role.of(person), request.getServletPath());
    }
}
