package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.RetryDesk;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.fault.Fault;
import vn.canhbao.core.fault.Faults;
import vn.canhbao.core.problem.InvalidInput;

/** Why a campaign did not reach people, and sending to them again. */
@RestController
@RequestMapping("/api/v1/campaigns/{id}")
class RetryApi {

    private final Campaigns campaigns;
    private final Faults faults;
    private final RetryDesk desk;

    RetryApi(Campaigns campaigns, Faults faults, RetryDesk desk) {
        this.campaigns = campaigns;
        this.faults = faults;
        this.desk = desk;
    }

    /** A reason; {@code code} is what a retry names. */
    record Reason(String code, long people, boolean permanent) {}

    /**
     * What is ordered.
     *
     * @param faults codes of the reasons
     * @param operator only people of one operator, or {@code null}
     * @param people how many the caller expects: with another number nothing is sent
     */
    record Order(List<String> faults, String operator, Long people) {}

    /** The wave that was made. */
    record Ordered(long waveId, int position, long people) {}

    /** Of the first 20,000 messages that did not arrive. */
    @GetMapping("/faults")
    List<Reason> faults(@PathVariable long id) {
        campaigns.get(id);
        return faults.counts(id).stream()
                .map(one ->
                        new Reason(one.fault().code(), one.people(), one.fault().isPermanent()))
                .toList();
    }

    @PostMapping("/retry")
    ResponseEntity<Ordered> retry(@PathVariable long id, @RequestBody Order order, Principal actor) {
        if (order.people() == null) {
            throw InvalidInput.of("people", "cho biết số người sẽ nhận, xem GET …/faults (say how many people)");
        }
        Wave wave = desk.order(id, read(order.faults()), order.operator(), order.people(), actor.getName());
        return ResponseEntity.created(URI.create("/api/v1/campaigns/" + id))
                .body(new Ordered(wave.id(), wave.position(), order.people()));
    }

    private static Set<Fault> read(List<String> codes) {
        return (codes == null ? List.<String>of() : codes)
                .stream()
                        .map(code -> Fault.of(code)
                                .orElseThrow(() -> InvalidInput.of(
                                        "faults", "mã lý do lạ, lấy từ GET …/faults (no such reason): " + code)))
                        .collect(Collectors.toSet());
    }
}
