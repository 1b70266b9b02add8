package vn.canhbao.console.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.canhbao.console.guide.Guide;
import vn.canhbao.console.guide.GuidePage;
import vn.canhbao.core.problem.NotFound;

/** The guide, for everybody who is signed in. */
@Controller
class GuidePages {

    private final Guide guide;

    GuidePages(Guide guide) {
        this.guide = guide;
    }

    @GetMapping("/help")
    String contents(Model model) {
        return show(guide.first(), true, model);
    }

    @GetMapping("/help/{name}")
    String one(@PathVariable String name, Model model) {
        return show(
                guide.page(name)
                        .orElseThrow(() -> new NotFound(
                                "Hướng dẫn không có trang này: xem mục lục ở /help (the guide has no such page)")),
                false,
                model);
    }

    private static String show(GuidePage page, boolean first, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("first", first);
        return "guide";
    }
}
