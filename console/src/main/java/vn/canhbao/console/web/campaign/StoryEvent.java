package vn.canhbao.console.web.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.canhbao.core.fault.Fault;
import vn.canhbao.core.history.MessageStory;
import vn.canhbao.core.history.ReceiptStory;
import vn.canhbao.core.history.SegmentStory;
import vn.canhbao.core.message.AttemptView;
import vn.canhbao.core.message.MessageStatus;

/**
 * Something that happened to a message.
 *
 * @param key of the sentence in the message files, with {@code values}
 * @param meaning key of what a code in it means and, under {@code meaning.do}, what to do; or {@code null}
 * @param raw as it came over the wire, or {@code null}
 */
public record StoryEvent(Instant at, String key, Object[] values, String meaning, String raw) {

    static List<StoryEvent> of(MessageStory story) {
        List<StoryEvent> events = new ArrayList<>();
        add(events, story.preparedAt(), "event.prepared", null, null, story.wave());
        story.attempts().forEach(attempt -> events.add(of(attempt)));
        story.segments().forEach(segment -> events.add(of(segment)));
        story.receipts().forEach(receipt -> events.add(of(receipt)));
        add(events, story.acknowledgedAt(), "event.acknowledged", null, null);
        add(events, story.finalAt(), "event.final." + story.status(), null, null);
        events.sort(Comparator.comparing(StoryEvent::at));
        return events;
    }

    private static void add(
            List<StoryEvent> events, Instant at, String key, String meaning, String raw, Object... values) {
        if (at != null) {
            events.add(new StoryEvent(at, key, values, meaning, raw));
        }
    }

    private static StoryEvent of(AttemptView attempt) {
        return attempt.commandStatus() == 0
                ? event(
                        attempt.at(),
                        "event.takenBack",
                        told("UNDELIVERABLE", attempt.receiptError()),
                        attempt.segment(),
                        attempt.link(),
                        String.valueOf(attempt.receiptError()))
                : event(
                        attempt.at(),
                        "event.refused",
                        FaultWords.ofStatus(attempt.commandStatus()),
                        attempt.segment(),
                        attempt.link(),
                        "0x%02X".formatted(attempt.commandStatus()));
    }

    private static StoryEvent of(SegmentStory segment) {
        if (segment.commandStatus() == null) {
            return event(
                    segment.submittedAt(),
                    "event.unanswered",
                    "event.unanswered.why",
                    segment.number(),
                    segment.link());
        }
        if (segment.commandStatus() != 0) {
            return event(
                    segment.submittedAt(),
                    "event.refused",
                    FaultWords.ofStatus(segment.commandStatus()),
                    segment.number(),
                    segment.link(),
                    "0x%02X".formatted(segment.commandStatus()));
        }
        return event(
                segment.submittedAt(),
                "event.submitted",
                null,
                segment.number(),
                segment.link(),
                String.valueOf(segment.smscMessageId()));
    }

    private static StoryEvent of(ReceiptStory receipt) {
        boolean failed = switch (receipt.state()) {
            case "EXPIRED", "DELETED", "UNDELIVERABLE", "REJECTED" -> true;
            default -> false;
        };
        return new StoryEvent(
                receipt.receivedAt(),
                "event.receipt",
                new Object[] {receipt.segment(), receipt.link(), receipt.state()},
                failed ? told(receipt.state(), receipt.error()) : null,
                receipt.text());
    }

    private static String told(String state, String error) {
        return FaultWords.ofError(new Fault(MessageStatus.FAILED, null, state, error));
    }

    private static StoryEvent event(Instant at, String key, String meaning, Object... values) {
        return new StoryEvent(at, key, values, meaning, null);
    }
}
