package vn.canhbao.console.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** One page that leads to every setting, with a sentence on each. */
@Controller
class SettingsPages {

    /** In the order of the work: when and how much, through whom, by whom, how long. */
    private static final List<String> PATHS = List.of(
            "/limits",
            "/holidays",
            "/channels",
            "/registrations",
            "/operators",
            "/links",
            "/tariffs",
            "/accounts",
            "/audit",
            "/retention",
            "/data-requests");

    @ModelAttribute("paths")
    List<String> paths() {
        return PATHS;
    }

    @GetMapping("/settings")
    String all() {
        return "settings";
    }
}
