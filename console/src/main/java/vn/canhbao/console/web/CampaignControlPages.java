package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.core.campaign.Correction;
import vn.canhbao.core.campaign.CorrectionDesk;
import vn.canhbao.core.campaign.WaveDesk;
import vn.canhbao.scheduler.testsend.TestSends;

/** The buttons of single waves, of corrections and of test sends on a campaign's page. */
@Controller
@RequestMapping("/campaigns/{id}")
class CampaignControlPages {

    private final WaveDesk waves;
    private final CorrectionDesk corrections;
    private final TestSends testSends;

    CampaignControlPages(WaveDesk waves, CorrectionDesk corrections, TestSends testSends) {
        this.waves = waves;
        this.corrections = corrections;
        this.testSends = testSends;
    }

    @PostMapping("/waves/{waveId}/pause")
    String pause(@PathVariable long id, @PathVariable long waveId, Principal actor) {
        waves.pause(id, waveId, actor.getName());
        return back(id);
    }

    @PostMapping("/waves/{waveId}/resume")
    String resume(@PathVariable long id, @PathVariable long waveId, Principal actor) {
        waves.resume(id, waveId, actor.getName());
        return back(id);
    }

    @PostMapping("/waves/{waveId}/cancel")
    String cancel(@PathVariable long id, @PathVariable long waveId, Principal actor) {
        waves.cancel(id, waveId, actor.getName());
        return back(id);
    }

    @PostMapping("/correction")
    String correct(@PathVariable long id, @RequestParam String text, Principal author) {
        Correction correction = new Correction(null, text, null, null, null, null);
        // Sender, times and the rest are as in the first one; the editor lets its author change them.
        return back(corrections.draft(id, correction, author.getName()).id()) + "/edit";
    }

    @PostMapping("/test-send")
    String testSend(@PathVariable long id, @RequestParam(defaultValue = "") List<String> numbers, Principal actor) {
        testSends.send(id, numbers, actor.getName());
        return back(id);
    }

    private static String back(long id) {
        return "redirect:/campaigns/" + id;
    }
}
