package vn.canhbao.console.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.canhbao.console.web.lists.AuditQuery;
import vn.canhbao.core.audit.AuditEntry;
import vn.canhbao.core.audit.AuditSearch;
import vn.canhbao.core.audit.AuditTrail;

/** Who did what, the newest first; searched by person, action, subject and days in Viet Nam. */
@Controller
class AuditPages {

    private static final int PAGE = 100;

    private final AuditTrail trail;

    AuditPages(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/audit")
    String search(AuditQuery query, @RequestParam(required = false) Long before, Model model) {
        AuditSearch search = query.search();
        List<AuditEntry> found = trail.search(search, before, PAGE + 1);
        List<AuditEntry> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("search", search);
        model.addAttribute("from", query.from());
        model.addAttribute("to", query.to());
        model.addAttribute("entries", shown);
        if (found.size() > PAGE) {
            model.addAttribute(
                    "next",
                    next(search, query.from(), query.to(), shown.getLast().id()));
        }
        return "audit";
    }

    private static String next(AuditSearch search, LocalDate from, LocalDate to, long before) {
        return UriComponentsBuilder.fromPath("/audit")
                .queryParam("actor", "{actor}")
                .queryParam("action", "{action}")
                .queryParam("subject", "{subject}")
                .queryParam("from", "{from}")
                .queryParam("to", "{to}")
                .queryParam("before", before)
                .encode()
                .buildAndExpand(
                        orEmpty(search.actor()),
                        orEmpty(search.action()),
                        orEmpty(search.subject()),
                        orEmpty(from),
                        orEmpty(to))
                .toUriString();
    }

    private static Object orEmpty(Object value) {
        return value == null ? "" : value;
    }
}
