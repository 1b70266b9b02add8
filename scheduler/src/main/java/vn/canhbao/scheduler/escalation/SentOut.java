package vn.canhbao.scheduler.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.message.MessageSettlement;

/** When waves had nothing left to send: receipts may still be on their way, answers are waited for from here. */
@Component
public class SentOut {

    private final MessageSettlement messages;

    SentOut(MessageSettlement messages) {
        this.messages = messages;
    }

    /** The latest of them; empty while one has something to send or has not begun. */
    public Optional<Instant> at(List<Wave> waves) {
        List<Optional<Instant>> ends = waves.stream().map(this::at).toList();
        return ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).max(Instant::compareTo)
                : Optional.empty();
    }

    private Optional<Instant> at(Wave wave) {
        return switch (wave.status()) {
            case SCHEDULED, PREPARING, WAITING, PAUSED -> Optional.empty();
            case RUNNING -> messages.isToBeSent(wave.id()) ? Optional.empty() : lastOf(wave);
            case FINISHED -> lastOf(wave);
            case MISSED, CANCELLED -> Optional.of(wave.finishedAt());
        };
    }

    private Optional<Instant> lastOf(Wave wave) {
        return messages.lastSubmitted(wave.id()).or(() -> Optional.of(wave.startedAt()));
    }
}
