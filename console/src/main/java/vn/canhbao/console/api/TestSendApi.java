package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.scheduler.testsend.TestSend;
import vn.canhbao.scheduler.testsend.TestSends;

/** A campaign's text on the office's own phones, before its approval. */
@RestController
class TestSendApi {

    private final TestSends testSends;

    TestSendApi(TestSends testSends) {
        this.testSends = testSends;
    }

    /** The latest, newest first, each with its messages. */
    @GetMapping("/api/v1/campaigns/{id}/test-sends")
    Page<Sent> of(@PathVariable long id) {
        return new Page<>(testSends.of(id).stream().map(Sent::of).toList(), null);
    }

    @PostMapping("/api/v1/campaigns/{id}/test-send")
    ResponseEntity<Sent> send(@PathVariable long id, @RequestBody Numbers numbers, Principal actor) {
        return ResponseEntity.created(URI.create("/api/v1/campaigns/" + id + "/test-sends"))
                .body(Sent.of(testSends.send(id, numbers.numbers(), actor.getName())));
    }

    /** {@code {"numbers":["0912345678"]}}: of those that the administrator has listed. */
    record Numbers(List<String> numbers) {}

    /** A test send as scripts read it. */
    record Sent(long id, String sentBy, OffsetDateTime sentAt, List<MessageApi.Message> messages) {

        static Sent of(TestSend send) {
            return new Sent(
                    send.id(),
                    send.sentBy(),
                    LocalTimes.of(send.sentAt()),
                    // The office's own numbers, which everybody who may send chooses from.
                    send.messages().stream()
                            .map(message -> MessageApi.Message.of(message, MaskedMsisdn.WHOLE))
                            .toList());
        }
    }
}
