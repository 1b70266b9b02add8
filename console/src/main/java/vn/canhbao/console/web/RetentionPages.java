package vn.canhbao.console.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.core.protection.DataClass;
import vn.canhbao.core.protection.Retention;
import vn.canhbao.core.protection.RetentionRun;
import vn.canhbao.core.protection.RetentionRuns;
import vn.canhbao.core.protection.RetentionSettings;

/** How long each class of data is kept, and what every night took away. */
@Controller
class RetentionPages {

    private static final int PAGE = 60;

    private final Retention retention;
    private final RetentionRuns runs;
    private final RetentionSettings settings;

    RetentionPages(Retention retention, RetentionRuns runs, RetentionSettings settings) {
        this.retention = retention;
        this.runs = runs;
        this.settings = settings;
    }

    @GetMapping("/retention")
    String all(@RequestParam(required = false) Long before, Model model) {
        List<RetentionRun> found = runs.page(before, PAGE + 1);
        model.addAttribute("classes", DataClass.values());
        model.addAttribute("settings", settings);
        model.addAttribute("retention", retention);
        model.addAttribute("runs", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("next", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
        return "retention";
    }
}
