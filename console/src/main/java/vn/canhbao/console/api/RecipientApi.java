package vn.canhbao.console.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.recipient.ConsentBasis;
import vn.canhbao.core.recipient.RecipientDirectory;
import vn.canhbao.core.recipient.RecipientKind;
import vn.canhbao.core.recipient.RecipientView;

/** People, found by number, name or unit. */
@RestController
@RequestMapping("/api/v1/recipients")
class RecipientApi {

    private final RecipientDirectory directory;

    RecipientApi(RecipientDirectory directory) {
        this.directory = directory;
    }

    @GetMapping
    Page<Recipient> search(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Long before,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            Authentication person) {
        Page.check(limit);
        MaskedMsisdn shown = MaskedMsisdn.forRoles(Role.of(person));
        return Page.of(
                directory.search(q, before, limit + 1),
                limit,
                view -> Recipient.of(view, shown),
                last -> "/api/v1/recipients?"
                        + (q == null ? "" : "q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&") + "before="
                        + last.id() + "&limit=" + limit);
    }

    @GetMapping("/{id}")
    Recipient one(@PathVariable long id, Authentication person) {
        return Recipient.of(directory.get(id), MaskedMsisdn.forRoles(Role.of(person)));
    }

    /** A recipient as scripts read it. */
    record Recipient(
            long id,
            String msisdn,
            String fullName,
            Long unitId,
            String unit,
            RecipientKind kind,
            String areaCode,
            String area,
            ConsentBasis consentBasis,
            LocalDate consentDate,
            String consentEvidence,
            List<String> tags,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt) {

        static Recipient of(RecipientView view, MaskedMsisdn shown) {
            return new Recipient(
                    view.id(),
                    shown.show(view.msisdn()),
                    view.fullName(),
                    view.unitId(),
                    view.unit(),
                    view.kind(),
                    view.areaCode(),
                    view.area(),
                    view.consentBasis(),
                    view.consentDate(),
                    view.consentEvidence(),
                    view.tags(),
                    LocalTimes.of(view.createdAt()),
                    LocalTimes.of(view.updatedAt()));
        }
    }
}
