package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.console.csv.PersonFiles;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.protection.DataRequest;
import vn.canhbao.core.protection.DataRequestDesk;
import vn.canhbao.core.protection.DataRequests;
import vn.canhbao.core.protection.RequestKind;
import vn.canhbao.core.protection.RequestStatus;

/** The register of what persons ask about their data, and what is done about it. */
@RestController
@RequestMapping("/api/v1/data-requests")
class DataRequestApi {

    private final DataRequests requests;
    private final DataRequestDesk desk;
    private final PersonFiles files;
    private final Clock clock;

    DataRequestApi(DataRequests requests, DataRequestDesk desk, PersonFiles files, Clock clock) {
        this.requests = requests;
        this.desk = desk;
        this.files = files;
        this.clock = clock;
    }

    /** A request as somebody enters it; {@code receivedOn} {@code null}: today. */
    record Input(RequestKind kind, String number, String requester, LocalDate receivedOn, String note) {}

    /** What goes with a step: the right name, the outcome or the reason. */
    record Step(String fullName, String outcome) {}

    /** As stored, and whether it is late. */
    record View(
            long id,
            RequestKind kind,
            String number,
            String requester,
            LocalDate receivedOn,
            LocalDate answerDue,
            LocalDate dueOn,
            boolean overdue,
            RequestStatus status,
            String waitingFor,
            String note,
            String outcome,
            LocalDate answeredOn,
            String closedBy,
            OffsetDateTime closedAt) {}

    @GetMapping
    Page<View> page(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) Long before,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        return Page.of(
                requests.page(open, before, limit + 1),
                limit,
                this::view,
                last -> "/api/v1/data-requests?open=" + open + "&limit=" + limit + "&before=" + last.id());
    }

    @PostMapping
    ResponseEntity<View> enter(@RequestBody Input input, Principal admin) {
        DataRequest entered = desk.enter(
                input.kind(), input.number(), input.requester(), input.receivedOn(), input.note(), admin.getName());
        return ResponseEntity.created(URI.create("/api/v1/data-requests/" + entered.id()))
                .body(view(entered));
    }

    @GetMapping("/{id}")
    View one(@PathVariable long id) {
        return view(requests.get(id));
    }

    /** Everything that is kept of the person; looking is audited. */
    @GetMapping("/{id}/data")
    Map<String, List<Map<String, Object>>> data(@PathVariable long id, Principal admin) {
        return desk.show(id, admin.getName());
    }

    @GetMapping("/{id}/export")
    ResponseEntity<byte[]> export(@PathVariable long id, Principal admin) {
        return files.answer(id, desk.export(id, admin.getName()));
    }

    @PostMapping("/{id}/answer")
    View answer(@PathVariable long id, Principal admin) {
        return view(desk.answer(id, admin.getName()));
    }

    @PostMapping("/{id}/correct")
    View correct(@PathVariable long id, @RequestBody Step step, Principal admin) {
        return view(desk.correct(id, step.fullName(), admin.getName()));
    }

    @PostMapping("/{id}/erase")
    View erase(@PathVariable long id, Principal admin) {
        return view(desk.erase(id, admin.getName()));
    }

    @PostMapping("/{id}/done")
    View done(@PathVariable long id, @RequestBody Step step, Principal admin) {
        return view(desk.done(id, step.outcome(), admin.getName()));
    }

    @PostMapping("/{id}/refuse")
    View refuse(@PathVariable long id, @RequestBody Step step, Principal admin) {
        return view(desk.refuse(id, step.outcome(), admin.getName()));
    }

    private View view(DataRequest request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL);
        return new View(
                request.id(),
                request.kind(),
                request.msisdn(),
                request.requester(),
                request.receivedOn(),
                request.answerDue(),
                request.dueOn(),
                request.overdue(today),
                request.status(),
                request.waitingFor(),
                request.note(),
                request.outcome(),
                request.answeredOn(),
                request.closedBy(),
                LocalTimes.of(request.closedAt()));
    }
}
