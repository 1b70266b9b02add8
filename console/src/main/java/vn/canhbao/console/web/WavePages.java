package vn.canhbao.console.web;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveChangeDesk;
import vn.canhbao.core.campaign.Waves;

/** The buttons on a campaign's page that change a wave before it begins. */
@Controller
@RequestMapping("/campaigns/{id}/waves/{waveId}/change")
class WavePages {

    private final WaveChangeDesk desk;
    private final Waves waves;

    WavePages(WaveChangeDesk desk, Waves waves) {
        this.desk = desk;
        this.waves = waves;
    }

    @PostMapping
    String change(@PathVariable long id, @PathVariable long waveId, @ModelAttribute WaveForm form, Principal author) {
        Wave wave = waves.get(waveId);
        desk.change(id, waveId, form.plan("", wave.narrowing()).spreadOver(wave.spread()), author.getName());
        return back(id);
    }

    @PostMapping("/approve")
    String approve(@PathVariable long id, @PathVariable long waveId, Principal approver) {
        desk.approveChange(id, waveId, approver.getName());
        return back(id);
    }

    @PostMapping("/reject")
    String reject(@PathVariable long id, @PathVariable long waveId, @RequestParam String reason, Principal approver) {
        desk.rejectChange(id, waveId, approver.getName(), reason);
        return back(id);
    }

    private static String back(long id) {
        return "redirect:/campaigns/" + id;
    }
}
