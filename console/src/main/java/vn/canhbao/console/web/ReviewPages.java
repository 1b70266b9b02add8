package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.LimitOverride;
import vn.canhbao.core.problem.InvalidInput;

/** The last look at a campaign: by its author before it is submitted, by another person before it is approved. */
@Controller
@RequestMapping("/campaigns/{id}")
class ReviewPages {

    private final CampaignDesk desk;
    private final CampaignReview review;

    ReviewPages(CampaignDesk desk, CampaignReview review) {
        this.desk = desk;
        this.review = review;
    }

    @GetMapping("/submit")
    ModelAndView submission(@PathVariable long id, Principal author) {
        return review.page(id, CampaignReview.Purpose.SUBMIT, author.getName(), List.of());
    }

    @PostMapping("/submit")
    ModelAndView submit(@PathVariable long id, Principal author) {
        try {
            desk.submit(id, author.getName());
            return back(id);
        } catch (InvalidInput invalid) {
            return review.page(id, CampaignReview.Purpose.SUBMIT, author.getName(), invalid.problems());
        }
    }

    @GetMapping("/approve")
    ModelAndView approval(@PathVariable long id, Principal approver) {
        return review.page(id, CampaignReview.Purpose.APPROVE, approver.getName(), List.of());
    }

    @PostMapping("/approve")
    ModelAndView approve(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean overrideWindows,
            @RequestParam(defaultValue = "false") boolean overrideCaps,
            @RequestParam(required = false) String overrideReason,
            Principal approver) {
        LimitOverride override = new LimitOverride(overrideWindows, overrideCaps, overrideReason);
        try {
            desk.approve(id, approver.getName(), override);
            return back(id);
        } catch (InvalidInput invalid) {
            return review.page(id, CampaignReview.Purpose.APPROVE, approver.getName(), invalid.problems())
                    .addObject("override", override);
        }
    }

    @PostMapping("/reject")
    ModelAndView reject(@PathVariable long id, @RequestParam(required = false) String reason, Principal approver) {
        try {
            desk.reject(id, approver.getName(), reason);
            return back(id);
        } catch (InvalidInput invalid) {
            return review.page(id, CampaignReview.Purpose.APPROVE, approver.getName(), invalid.problems())
                    .addObject("rejecting", true);
        }
    }

    private static ModelAndView back(long id) {
        return new ModelAndView("redirect:/campaigns/" + id);
    }
}
