package vn.canhbao.console.web.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.canhbao.console.api.MessageFilterInput;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.db.Remembered;
import vn.canhbao.core.fault.Fault;
import vn.canhbao.core.fault.FaultCount;
import vn.canhbao.core.fault.Faults;
import vn.canhbao.core.history.MessageCursor;
import vn.canhbao.core.history.MessageFilter;
import vn.canhbao.core.history.MessageLine;
import vn.canhbao.core.history.MessageLines;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.recipient.UnitDesk;

/** A campaign's messages, page by page, by state, operator, reason, unit and wave. */
@Controller
class MessageListPage {

    private static final int PAGE = 50;

    private final Campaigns campaigns;
    private final Waves waves;
    private final MessageLines lines;
    // A choice of filters may be a little old.
    private final Remembered<List<FaultCount>> reasons;
    private final Operators operators;
    private final UnitDesk units;

    MessageListPage(
            Campaigns campaigns,
            Waves waves,
            MessageLines lines,
            Faults faults,
            Operators operators,
            UnitDesk units,
            Clock clock) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.lines = lines;
        reasons = new Remembered<>(faults::counts, clock);
        this.operators = operators;
        this.units = units;
    }

    @GetMapping("/campaigns/{id}/messages")
    String list(
            @PathVariable long id,
            MessageFilterInput asked,
            @RequestParam(required = false) String after,
            Model model) {
        MessageFilter filter = asked.filter();
        List<MessageLine> found = lines.page(id, filter, MessageCursor.of(after).orElse(null), PAGE + 1);
        List<MessageLine> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("campaign", campaigns.get(id));
        model.addAttribute("waves", waves.ofCampaign(id));
        model.addAttribute("statuses", MessageStatus.values());
        model.addAttribute("operators", operators.displayNames());
        model.addAttribute("units", units.all());
        model.addAttribute(
                "faults", reasons.get(id).value().stream().map(FaultView::of).toList());
        model.addAttribute("filter", filter);
        model.addAttribute(
                "faultCode", filter.fault() == null ? "" : filter.fault().code());
        model.addAttribute("query", query(filter));
        model.addAttribute("messages", shown);
        model.addAttribute(
                "next", found.size() > PAGE ? shown.getLast().cursor().code() : null);
        return "campaign-messages";
    }

    /** The filter as the end of an address, with its question mark; empty without any. */
    static String query(MessageFilter filter) {
        String query = UriComponentsBuilder.newInstance()
                .queryParamIfPresent("status", Optional.ofNullable(filter.status()))
                .queryParamIfPresent("operator", Optional.ofNullable(filter.operator()))
                .queryParamIfPresent(
                        "fault", Optional.ofNullable(filter.fault()).map(Fault::code))
                .queryParamIfPresent("unit", Optional.ofNullable(filter.unitId()))
                .queryParamIfPresent("wave", Optional.ofNullable(filter.waveId()))
                .encode()
                .build()
                .getQuery();
        return query == null ? "" : "?" + query;
    }

    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
