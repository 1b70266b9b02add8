package vn.canhbao.core.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.canhbao.core.message.MessageSettlement;
import vn.canhbao.core.recipient.UnitTree;

/** When a head may remind: everybody has been sent to, has had time to answer, and no other reminder is on its way. */
@Component
class ReminderRules {

    private static final Duration TIME_TO_ANSWER = Duration.ofMinutes(30);
    private static final Duration OLDEST = Duration.ofDays(7);

    private final Waves waves;
    private final Escalations escalations;
    private final UnitTree units;
    private final MessageSettlement messages;
    private final Clock clock;

    ReminderRules(Waves waves, Escalations escalations, UnitTree units, MessageSettlement messages, Clock clock) {
        this.waves = waves;
        this.escalations = escalations;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    Optional<String> whyNot(Campaign campaign, long unitId) {
        if (campaign.status() == CampaignStatus.PAUSED) {
            return Optional.of("Chiến dịch đang tạm dừng: chờ người phụ trách gửi tiếp (the campaign is paused)");
        }
        if (campaign.status() != CampaignStatus.RUNNING && campaign.status() != CampaignStatus.FINISHED) {
            return Optional.of("Chiến dịch chưa gửi hoặc đã huỷ (the campaign was not sent, or was cancelled)");
        }
        Duration time = escalations.of(campaign.id()).map(Escalation::after).orElse(TIME_TO_ANSWER);
        List<Wave> its = waves.ofCampaign(campaign.id());
        return tooOld(its)
                .or(() -> its.stream()
                        .filter(wave -> concerns(wave, unitId))
                        .map(wave -> stillAt(wave, time))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<String> tooOld(List<Wave> its) {
        return its.stream()
                .map(Wave::startedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .filter(first -> first.plus(OLDEST).isBefore(clock.instant()))
                .map(first -> "Chiến dịch đã gửi quá 7 ngày: đề nghị soạn chiến dịch mới"
                        + " (sent more than 7 days ago: ask for a new campaign)");
    }

    private boolean concerns(Wave wave, long unitId) {
        List<Long> its = wave.narrowing().unitIds();
        return its.isEmpty()
                || units.withSubUnits(its).contains(unitId)
                || !Collections.disjoint(units.withSubUnits(List.of(unitId)), its);
    }

    private Optional<String> stillAt(Wave wave, Duration time) {
        return switch (wave.status()) {
            case SCHEDULED -> wave.reminder() ? Optional.of(comes(wave)) : Optional.empty();
            case WAITING, PAUSED, PREPARING ->
                wave.reminder() || wave.startedAt() != null ? Optional.of(sending(wave)) : Optional.empty();
            case RUNNING -> messages.isToBeSent(wave.id()) ? Optional.of(sending(wave)) : early(wave, time);
            case FINISHED -> early(wave, time);
            case MISSED, CANCELLED -> Optional.empty();
        };
    }

    private static String comes(Wave wave) {
        return wave.at() == null
                ? "Hệ thống sẽ tự nhắc khi hết thời gian chờ xác nhận (a reminder follows by itself)"
                : "Hệ thống sẽ tự nhắc lúc %s (a reminder follows by itself)".formatted(LocalTimes.format(wave.at()));
    }

    private static String sending(Wave wave) {
        return "Đợt %d chưa gửi xong: nhắc sau khi gửi xong (wave %d is still being sent)"
                .formatted(wave.position(), wave.position());
    }

    private Optional<String> early(Wave wave, Duration time) {
        Instant from = wave.startedAt().plus(time);
        return from.isAfter(clock.instant())
                ? Optional.of("Mọi người còn thời gian trả lời: nhắc được từ %s (they still have time to answer)"
                        .formatted(LocalTimes.format(from)))
                : Optional.empty();
    }
}
