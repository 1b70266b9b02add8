package vn.canhbao.gateway.camel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.canhbao.core.message.MessageOutcome;

/** {@code canhbao.submit}: time from claim to the last answer, by link and outcome. */
@Component
class SubmitMeters {

    /** What then becomes of the message is not decided here. */
    private static final String REFUSED = "REFUSED";

    private record Key(String link, String outcome) {}

    private final MeterRegistry registry;
    // Looking a timer up by its tags costs more than recording: once a message, it showed in the profile.
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    SubmitMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void submitted(String link, MessageOutcome outcome, long nanos) {
        timers.computeIfAbsent(
                        new Key(
                                link,
                                outcome.refusal() == null ? outcome.status().name() : REFUSED),
                        this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        return Timer.builder("canhbao.submit")
                .description("claim to the last submit_sm_resp of a message")
                .tag("link", key.link())
                .tag("outcome", key.outcome())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(60))
                .register(registry);
    }
}
