package vn.canhbao.console.api;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.operator.Tariffs;
import vn.canhbao.core.text.SmsEncoding;
import vn.canhbao.scheduler.estimate.RecipientPreview;
import vn.canhbao.scheduler.estimate.RecipientPreviews;

/** The message of one recipient before it is approved: {@code preview?recipientId=}. */
@RestController
class RecipientPreviewApi {

    private final RecipientPreviews previews;
    private final Tariffs tariffs;

    RecipientPreviewApi(RecipientPreviews previews, Tariffs tariffs) {
        this.previews = previews;
        this.tariffs = tariffs;
    }

    @PostMapping(value = "/api/v1/campaigns/{id}/preview", params = "recipientId")
    View of(@PathVariable long id, @RequestParam long recipientId, Authentication person) {
        RecipientPreview preview = previews.of(id, recipientId);
        return View.of(preview, tariffs.today().get(preview.operator()), MaskedMsisdn.forRoles(Role.of(person)));
    }

    /**
     * The text as that person gets it.
     *
     * @param costVnd by today's tariff of the operator, or {@code null} without one
     * @param excluded why no message is sent to that person, or {@code null}
     * @param problem why the text can't be sent, or {@code null}
     */
    record View(
            long recipientId,
            String msisdn,
            String fullName,
            String unit,
            String operator,
            String text,
            SmsEncoding encoding,
            int units,
            int segments,
            Long costVnd,
            String excluded,
            String problem) {

        static View of(RecipientPreview preview, Integer vndPerSegment, MaskedMsisdn shown) {
            int segments = preview.text().segments().size();
            return new View(
                    preview.recipientId(),
                    shown.show(preview.msisdn()),
                    preview.fullName(),
                    preview.unit(),
                    preview.operator(),
                    preview.text().text(),
                    preview.text().encoding(),
                    preview.text().units(),
                    segments,
                    vndPerSegment == null ? null : (long) segments * vndPerSegment,
                    preview.excluded(),
                    preview.problem());
        }
    }
}
