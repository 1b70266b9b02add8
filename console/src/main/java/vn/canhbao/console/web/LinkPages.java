package vn.canhbao.console.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.gateway.control.LinkControl;
import vn.canhbao.gateway.link.Links;

/** How the links stand, with the buttons of administrators. */
@Controller
class LinkPages {

    private static final String BACK = "redirect:/links";

    private final Links links;
    private final LinkControl control;

    LinkPages(Links links, LinkControl control) {
        this.links = links;
        this.control = control;
    }

    @GetMapping("/links")
    String all(Model model) {
        model.addAttribute("links", links.all());
        return "links";
    }

    @PostMapping("/links/{name}/start")
    String start(@PathVariable String name, @RequestParam(required = false) String reason, Principal admin) {
        control.start(name, admin.getName(), reason);
        return BACK;
    }

    @PostMapping("/links/{name}/stop")
    String stop(@PathVariable String name, @RequestParam(required = false) String reason, Principal admin) {
        control.stop(name, admin.getName(), reason);
        return BACK;
    }

    @PostMapping("/links/{name}/pause")
    String pause(@PathVariable String name, @RequestParam(required = false) String reason, Principal admin) {
        control.pause(name, admin.getName(), reason);
        return BACK;
    }

    @PostMapping("/links/{name}/resume")
    String resume(@PathVariable String name, @RequestParam(required = false) String reason, Principal admin) {
        control.resume(name, admin.getName(), reason);
        return BACK;
    }

    @PostMapping("/links/{name}/limits")
    String limits(
            @PathVariable String name,
            @RequestParam(required = false) Integer submitsPerSecond,
            @RequestParam(required = false) Integer window,
            @RequestParam(required = false) String reason,
            Principal admin,
            Model model,
            HttpServletResponse response) {
        try {
            control.changeLimits(name, submitsPerSecond, window, admin.getName(), reason);
            return BACK;
        } catch (InvalidInput invalid) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", invalid.problems());
            model.addAttribute("errorsOf", name);
            return all(model);
        }
    }
}
