package vn.canhbao.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.ClockConfiguration;

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

    /** Instants are shown in Viet Nam's time. */
    @ModelAttribute("zone")
    ZoneId zone() {
        return ClockConfiguration.LOCAL;
    }
}
