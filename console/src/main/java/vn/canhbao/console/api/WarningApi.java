package vn.canhbao.console.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.OffsetDateTime;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.report.warning.Notice;
import vn.canhbao.report.warning.NoticeDesk;
import vn.canhbao.report.warning.NoticeStatus;
import vn.canhbao.report.warning.NoticeType;
import vn.canhbao.report.warning.Warnings;

/** A campaign to the outside: what it is, whether it is public, its CAP alert, its leaflet, its messages as files. */
@RestController
@RequestMapping("/api/v1/campaigns/{id}")
class WarningApi {

    private final Warnings warnings;
    private final NoticeDesk desk;
    private final WarningFiles files;
    private final MessageFiles messages;

    WarningApi(Warnings warnings, NoticeDesk desk, WarningFiles files, MessageFiles messages) {
        this.warnings = warnings;
        this.desk = desk;
        this.files = files;
        this.messages = messages;
    }

    @GetMapping("/notice")
    NoticeView notice(@PathVariable long id) {
        return NoticeView.of(warnings.notice(id));
    }

    @PatchMapping("/notice")
    NoticeView describe(@PathVariable long id, @RequestBody Description input, Principal actor) {
        return NoticeView.of(
                desk.describe(id, input.topic(), input.status(), input.type(), input.refersTo(), actor.getName()));
    }

    @PostMapping("/publish")
    NoticeView publish(@PathVariable long id, Principal actor) {
        return NoticeView.of(desk.publish(id, actor.getName()));
    }

    @PostMapping("/withdraw")
    NoticeView withdraw(@PathVariable long id, Principal actor) {
        return NoticeView.of(desk.withdraw(id, actor.getName()));
    }

    @GetMapping("/cap.xml")
    ResponseEntity<byte[]> cap(@PathVariable long id) {
        return files.cap(warnings.approved(id));
    }

    @GetMapping("/leaflet.pdf")
    ResponseEntity<byte[]> leaflet(@PathVariable long id) throws IOException {
        return files.leaflet(warnings.approved(id));
    }

    @GetMapping("/messages.xlsx")
    void xlsx(@PathVariable long id, MessageFilterInput filter, Authentication person, HttpServletResponse response)
            throws IOException {
        messages.xlsx(id, filter.filter(), person, response);
    }

    @GetMapping("/messages.csv")
    void csv(@PathVariable long id, MessageFilterInput filter, Authentication person, HttpServletResponse response)
            throws IOException {
        messages.csv(id, filter.filter(), person, response);
    }

    /** All of it: what is left out becomes an actual alert without a topic. */
    record Description(String topic, NoticeStatus status, NoticeType type, Long refersTo) {}

    /** As scripts read it; {@code publishedAt} is {@code null} while it is not public. */
    record NoticeView(
            long campaign,
            String topic,
            NoticeStatus status,
            NoticeType type,
            Long refersTo,
            String publishedBy,
            OffsetDateTime publishedAt) {

        static NoticeView of(Notice notice) {
            return new NoticeView(
                    notice.campaignId(),
                    notice.topic(),
                    notice.status(),
                    notice.type(),
                    notice.refersTo(),
                    notice.publishedBy(),
                    LocalTimes.of(notice.publishedAt()));
        }
    }
}
