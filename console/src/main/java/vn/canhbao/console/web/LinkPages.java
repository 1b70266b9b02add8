package vn.canhbao.console.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.canhbao.gateway.link.Links;

/** How the links stand. */
@Controller
class LinkPages {

    private final Links links;

    LinkPages(Links links) {
        this.links = links;
    }

    @GetMapping("/links")
    String all(Model model) {
        model.addAttribute("links", links.all());
        return "links";
    }
}
