package vn.canhbao.console.api;

import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.report.broadcast.AreaCount;
import vn.canhbao.report.broadcast.Broadcast;
import vn.canhbao.report.broadcast.BroadcastDesk;
import vn.canhbao.report.broadcast.BroadcastRequest;
import vn.canhbao.report.broadcast.Broadcasts;
import vn.canhbao.report.broadcast.CountFile;

/** Warnings that operators send to their own subscribers: drafted, approved, asked for by letter, counted by the operator. */
@RestController
@RequestMapping("/api/v1/broadcasts")
class BroadcastApi {

    private final Broadcasts broadcasts;
    private final BroadcastReader reader;
    private final BroadcastDesk desk;
    private final LetterFiles letters;

    BroadcastApi(Broadcasts broadcasts, BroadcastReader reader, BroadcastDesk desk, LetterFiles letters) {
        this.broadcasts = broadcasts;
        this.reader = reader;
        this.desk = desk;
        this.letters = letters;
    }

    /** What the operator is asked for; times with their offset. */
    record Input(
            String operator,
            String topic,
            String text,
            String area,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            String source) {

        BroadcastRequest request() {
            return new BroadcastRequest(
                    operator,
                    topic,
                    text,
                    area,
                    startsAt == null ? null : startsAt.toInstant(),
                    endsAt == null ? null : endsAt.toInstant(),
                    source);
        }
    }

    /** Why it is sent back. */
    record Rejection(String reason) {}

    /** The operator's figures; without {@code sentOn} it began as it was asked to. */
    record Counts(OffsetDateTime sentOn, List<AreaCount> counts) {}

    @GetMapping
    Page<BroadcastView> list(
            @RequestParam(required = false) Long before, @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        return Page.of(
                reader.page(before, limit + 1),
                limit,
                broadcast -> broadcast,
                last -> "/api/v1/broadcasts?before=" + last.id() + "&limit=" + limit);
    }

    @PostMapping
    ResponseEntity<BroadcastView> draft(@RequestBody Input input, Principal author) {
        Broadcast drafted = desk.draft(input.request(), author.getName());
        return ResponseEntity.created(URI.create("/api/v1/broadcasts/" + drafted.id()))
                .body(view(drafted));
    }

    @GetMapping("/{id}")
    BroadcastView one(@PathVariable long id) {
        return view(broadcasts.get(id));
    }

    @PutMapping("/{id}")
    BroadcastView change(@PathVariable long id, @RequestBody Input input, Principal author) {
        return view(desk.change(id, input.request(), author.getName()));
    }

    @PostMapping("/{id}/submit")
    BroadcastView submit(@PathVariable long id, Principal author) {
        return view(desk.submit(id, author.getName()));
    }

    @PostMapping("/{id}/approve")
    BroadcastView approve(@PathVariable long id, Principal approver) {
        return view(desk.approve(id, approver.getName()));
    }

    @PostMapping("/{id}/reject")
    BroadcastView reject(@PathVariable long id, @RequestBody(required = false) Rejection input, Principal approver) {
        return view(desk.reject(id, approver.getName(), input == null ? null : input.reason()));
    }

    @PostMapping("/{id}/cancel")
    BroadcastView cancel(@PathVariable long id, Principal person) {
        return view(desk.cancel(id, person.getName()));
    }

    @PutMapping("/{id}/counts")
    BroadcastView report(@PathVariable long id, @RequestBody Counts input, Principal person) {
        return view(desk.report(
                id, input.sentOn() == null ? null : input.sentOn().toInstant(), input.counts(), person.getName()));
    }

    @PostMapping("/{id}/counts/import")
    BroadcastView importCounts(
            @PathVariable long id,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) OffsetDateTime sentOn,
            Principal person)
            throws IOException {
        broadcasts.get(id);
        if (file == null) {
            throw InvalidInput.of("file", "cần tệp CSV (a CSV file is needed)");
        }
        return view(desk.report(
                id, sentOn == null ? null : sentOn.toInstant(), CountFile.read(file.getBytes()), person.getName()));
    }

    @GetMapping("/{id}/letter.docx")
    ResponseEntity<byte[]> docx(@PathVariable long id, Principal person) throws IOException {
        return letters.docx(id, person.getName());
    }

    @GetMapping("/{id}/letter.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, Principal person) throws IOException {
        return letters.pdf(id, person.getName());
    }

    private BroadcastView view(Broadcast broadcast) {
        return BroadcastView.of(broadcast, broadcasts.counts(broadcast.id()));
    }
}
