package vn.canhbao.console.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.core.inbound.InboundMessage;
import vn.canhbao.core.inbound.InboundMessages;

/** What subscribers sent, the newest first, and what was done about it. */
@Controller
class InboundPages {

    private static final int PAGE = 50;

    private final InboundMessages messages;

    InboundPages(InboundMessages messages) {
        this.messages = messages;
    }

    @GetMapping("/inbound")
    String newest(@RequestParam(required = false) Long before, Model model) {
        List<InboundMessage> found = messages.newest(before, PAGE + 1);
        List<InboundMessage> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("messages", shown);
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
        return "inbound";
    }
}
