package vn.canhbao.console.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.canhbao.console.security.Role;

/** What every page knows. */
@ControllerAdvice(basePackageClasses = PageModel.class)
class PageModel {

    @ModelAttribute("viewer")
    Viewer viewer(Authentication person) {
        if (person == null) {
            return new Viewer("", Set.of());
        }
        Set<String> authorities = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return new Viewer(
                person.getName(),
                Arrays.stream(Role.values())
                        .filter(role -> authorities.contains("ROLE_" + role))
                        .collect(Collectors.toSet()));
    }
}
