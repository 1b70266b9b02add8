package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.message.AttemptView;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.MessageView;
import vn.canhbao.core.message.Messages;
import vn.canhbao.core.message.SegmentView;

/** The messages of a campaign, one by one, with numbers as the reader may see them; never for the supervising office. */
@RestController
class MessageApi {

    private final Campaigns campaigns;
    private final Messages messages;

    MessageApi(Campaigns campaigns, Messages messages) {
        this.campaigns = campaigns;
        this.messages = messages;
    }

    @GetMapping("/api/v1/campaigns/{id}/messages")
    Page<Message> ofCampaign(
            @PathVariable long id,
            @RequestParam(required = false) MessageStatus status,
            @RequestParam(required = false) Long after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            Authentication person) {
        Page.check(limit);
        MaskedMsisdn shown = MaskedMsisdn.forRoles(Role.of(person));
        campaigns.get(id);
        return Page.of(
                messages.page(id, status, after, limit + 1),
                limit,
                message -> Message.of(message, shown),
                last -> "/api/v1/campaigns/" + id + "/messages?" + (status == null ? "" : "status=" + status + "&")
                        + "after=" + last.id() + "&limit=" + limit);
    }

    /** A message as scripts read it. */
    record Message(
            long id,
            String msisdn,
            String operator,
            String link,
            MessageStatus status,
            List<SegmentView> segments,
            OffsetDateTime submittedAt,
            OffsetDateTime finalAt,
            String detail,
            List<Attempt> attempts) {

        /** A refusal; {@code commandStatus} in hexadecimal. */
        record Attempt(OffsetDateTime at, String link, int segment, String commandStatus, String receiptError) {

            static Attempt of(AttemptView attempt) {
                return new Attempt(
                        LocalTimes.of(attempt.at()),
                        attempt.link(),
                        attempt.segment(),
                        "0x%02X".formatted(attempt.commandStatus()),
                        attempt.receiptError());
            }
        }

        static Message of(MessageView message, MaskedMsisdn shown) {
            return new Message(
                    message.id(),
                    shown.show(message.msisdn()),
                    message.operatorCode(),
                    message.link(),
                    message.status(),
                    message.segments(),
                    LocalTimes.of(message.submittedAt()),
                    LocalTimes.of(message.finalAt()),
                    message.detail(),
                    message.attempts().stream().map(Attempt::of).toList());
        }
    }
}
