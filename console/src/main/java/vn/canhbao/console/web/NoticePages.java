package vn.canhbao.console.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.console.api.MessageFiles;
import vn.canhbao.console.api.MessageFilterInput;
import vn.canhbao.console.api.WarningFiles;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.report.warning.NoticeDesk;
import vn.canhbao.report.warning.NoticeStatus;
import vn.canhbao.report.warning.NoticeType;
import vn.canhbao.report.warning.Warnings;

/** A campaign to the outside: topic and kind, publishing, CAP and leaflet; its messages as files. */
@Controller
@RequestMapping("/campaigns/{id}")
class NoticePages {

    private final Campaigns campaigns;
    private final Warnings warnings;
    private final NoticeDesk desk;
    private final WarningFiles files;
    private final MessageFiles messages;

    NoticePages(Campaigns campaigns, Warnings warnings, NoticeDesk desk, WarningFiles files, MessageFiles messages) {
        this.campaigns = campaigns;
        this.warnings = warnings;
        this.desk = desk;
        this.files = files;
        this.messages = messages;
    }

    @GetMapping("/notice")
    ModelAndView notice(@PathVariable long id) {
        return page(id, HttpStatus.OK);
    }

    @PostMapping("/notice")
    ModelAndView describe(
            @PathVariable long id,
            @RequestParam(required = false) String topic,
            @RequestParam NoticeStatus status,
            @RequestParam NoticeType type,
            @RequestParam(required = false) Long refersTo,
            Principal actor) {
        try {
            desk.describe(id, topic, status, type, refersTo, actor.getName());
            return back(id);
        } catch (InvalidInput invalid) {
            ModelAndView again = page(id, HttpStatus.BAD_REQUEST);
            again.addObject("errors", invalid.problems());
            return again;
        }
    }

    @PostMapping("/publish")
    ModelAndView publish(@PathVariable long id, Principal actor) {
        desk.publish(id, actor.getName());
        return back(id);
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable long id, Principal actor) {
        desk.withdraw(id, actor.getName());
        return back(id);
    }

    @GetMapping("/cap.xml")
    ResponseEntity<byte[]> cap(@PathVariable long id) {
        return files.cap(warnings.approved(id));
    }

    @GetMapping("/leaflet.pdf")
    ResponseEntity<byte[]> leaflet(@PathVariable long id) throws IOException {
        return files.leaflet(warnings.approved(id));
    }

    @GetMapping("/messages.xlsx")
    void xlsx(@PathVariable long id, MessageFilterInput filter, Authentication person, HttpServletResponse response)
            throws IOException {
        messages.xlsx(id, filter.filter(), person, response);
    }

    @GetMapping("/messages.csv")
    void csv(@PathVariable long id, MessageFilterInput filter, Authentication person, HttpServletResponse response)
            throws IOException {
        messages.csv(id, filter.filter(), person, response);
    }

    private ModelAndView page(long id, HttpStatus status) {
        ModelAndView page = new ModelAndView("notice", status);
        Campaign campaign = campaigns.get(id);
        page.addObject("campaign", campaign);
        // Not in the template: Thymeleaf takes no lone brace in an expression.
        page.addObject("personal", campaign.text().contains("{{"));
        page.addObject("notice", warnings.notice(id));
        page.addObject("statuses", NoticeStatus.values());
        page.addObject("types", NoticeType.values());
        return page;
    }

    private static ModelAndView back(long id) {
        return new ModelAndView("redirect:/campaigns/" + id + "/notice");
    }
}
