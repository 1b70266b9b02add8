package vn.canhbao.console.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.canhbao.console.api.WarningFiles;
import vn.canhbao.report.warning.Warning;
import vn.canhbao.report.warning.WarningFeed;
import vn.canhbao.report.warning.Warnings;

/** What everybody may read without an account: the published warnings as they were sent, so that an SMS can be checked. */
@Controller
class PublicWarningPages {

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final Warnings warnings;
    private final WarningFeed feed;
    private final WarningFiles files;

    PublicWarningPages(Warnings warnings, WarningFeed feed, WarningFiles files) {
        this.warnings = warnings;
        this.feed = feed;
        this.files = files;
    }

    @GetMapping("/public/warnings")
    String all(Model model) {
        return page(warnings.published(), model);
    }

    @GetMapping("/public/warnings/{id}")
    String one(@PathVariable long id, Model model) {
        return page(List.of(warnings.published(id)), model);
    }

    @GetMapping("/public/warnings/{id}/cap.xml")
    ResponseEntity<byte[]> cap(@PathVariable long id) {
        return files.cap(warnings.published(id));
    }

    /** Portals ask often: whoever has the newest gets 304. A withdrawal changes the tag, too, which a date would not. */
    @GetMapping("/public/warnings.atom")
    ResponseEntity<byte[]> atom(WebRequest request) {
        String home = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        byte[] atom = feed.of(warnings.published(), home);
        String tag = "\"" + DigestUtils.md5DigestAsHex(atom) + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .eTag(tag)
                .contentType(ATOM)
                .body(atom);
    }

    private static String page(List<Warning> shown, Model model) {
        model.addAttribute("warnings", shown);
        return "public-warnings";
    }
}
