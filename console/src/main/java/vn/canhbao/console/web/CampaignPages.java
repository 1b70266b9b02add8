package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.console.api.CampaignView;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.scheduler.testsend.TestNumbers;
import vn.canhbao.scheduler.testsend.TestSends;
import vn.canhbao.templates.library.TemplatedTexts;

/** The list of campaigns, one campaign with its live figures, and the buttons of authors and approvers. */
@Controller
@RequestMapping("/campaigns")
class CampaignPages {

    private static final int PAGE = 50;

    private final CampaignDesk desk;
    private final Campaigns campaigns;
    private final CampaignFigures figures;
    private final TestSends testSends;
    private final TestNumbers testNumbers;
    private final TemplatedTexts texts;

    CampaignPages(
            CampaignDesk desk,
            Campaigns campaigns,
            CampaignFigures figures,
            TestSends testSends,
            TestNumbers testNumbers,
            TemplatedTexts texts) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.figures = figures;
        this.testSends = testSends;
        this.testNumbers = testNumbers;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam(required = false) Long before, Model model) {
        List<CampaignView.Line> found = campaigns.page(before, PAGE + 1).stream()
                .map(CampaignView.Line::of)
                .toList();
        List<CampaignView.Line> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("campaigns", shown);
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
        return "campaigns";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        CampaignView campaign = figures.fill(id, model);
        model.addAttribute("preview", figures.preview(id));
        model.addAttribute("findings", texts.findings(campaign.text(), campaign.textForm(), campaign.senderId()));
        model.addAttribute("testSends", testSends.of(id));
        model.addAttribute("testNumbers", testNumbers.allowed());
        return "campaign";
    }

    /** The live part; once the status is another than the page was made for, the whole page is asked for again. */
    @GetMapping("/{id}/progress")
    String progress(
            @PathVariable long id,
            @RequestParam CampaignStatus seen,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        if (figures.fill(id, model).status() != seen) {
            response.setHeader("HX-Refresh", "true");
        }
        return "campaign-progress";
    }

    @PostMapping("/{id}/pause")
    String pause(@PathVariable long id, Principal actor) {
        desk.pause(id, actor.getName());
        return back(id);
    }

    @PostMapping("/{id}/resume")
    String resume(@PathVariable long id, Principal actor) {
        desk.resume(id, actor.getName());
        return back(id);
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable long id, Principal actor) {
        desk.cancel(id, actor.getName());
        return back(id);
    }

    private static String back(long id) {
        return "redirect:/campaigns/" + id;
    }
}
