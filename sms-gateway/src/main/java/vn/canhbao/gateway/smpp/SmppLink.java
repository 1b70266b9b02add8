package vn.canhbao.gateway.smpp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.link.OperatorRates;
import vn.canhbao.gateway.link.SegmentRate;

/** A link on the wire: its binds, its window and its rate. */
public final class SmppLink implements AutoCloseable {

    private final String name;
    private final LinkSettings settings;
    private final Clock clock;
    private final Semaphore window;
    private final SegmentRate rate;
    private final OperatorRates operatorRates;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<BindSupervisor> supervisors = List.of();
    private volatile LinkError lastError;

    /** What went wrong last. */
    public record LinkError(String message, Instant at) {}

    public SmppLink(String name, LinkSettings settings, Clock clock) {
        this(name, settings, clock, OperatorRates.none());
    }

    public SmppLink(String name, LinkSettings settings, Clock clock, OperatorRates operatorRates) {
        this.name = name;
        this.settings = settings;
        this.clock = clock;
        this.operatorRates = operatorRates;
        window = new Semaphore(settings.window());
        rate = new SegmentRate(settings.submitsPerSecond());
    }

    /** Begins to bind; each deliver_sm goes to the handler. */
    public void start(DeliverSmHandler handler) {
        supervisors = IntStream.rangeClosed(1, settings.binds())
                .mapToObj(number -> new BindSupervisor(
                        name,
                        number,
                        settings,
                        handler,
                        clock,
                        error -> lastError = new LinkError(error, clock.instant())))
                .toList();
        supervisors.forEach(BindSupervisor::start);
    }

    /** For each message the next one: its segments share a turn, and so a bind. */
    int nextTurn() {
        return turn.getAndIncrement();
    }

    /** Sends a submit_sm on the turn's bind, else on any, when rate and window allow it, and waits for the answer. */
    SubmitOutcome submit(SubmitSm pdu, int ofTurn) throws InterruptedException {
        window.acquire();
        try {
            SubmitPlaces places = SubmitPlaces.acquire(rate, operatorRates.of(pdu.operator()));
            Bind bind = bind(ofTurn);
            return places.use(bind == null ? null : () -> bind.submit(pdu));
        } finally {
            window.release();
        }
    }

    private Bind bind(int ofTurn) {
        List<BindSupervisor> all = supervisors;
        int first = Math.floorMod(ofTurn, Math.max(1, all.size()));
        for (int i = 0; i < all.size(); i++) {
            Bind bind = all.get((first + i) % all.size()).current();
            if (bind != null) {
                return bind;
            }
        }
        return null;
    }

    /** The rate of this link, as it is now. */
    public SegmentRate rate() {
        return rate;
    }

    public boolean isUp() {
        return boundBinds() > 0;
    }

    public int boundBinds() {
        return (int) supervisors.stream()
                .filter(supervisor -> supervisor.current() != null)
                .count();
    }

    public boolean isStarted() {
        return !supervisors.isEmpty();
    }

    public String name() {
        return name;
    }

    public LinkSettings settings() {
        return settings;
    }

    /** {@code null} while nothing went wrong. */
    public LinkError lastError() {
        return lastError;
    }

    /** Unbinds. */
    @Override
    public void close() {
        List<BindSupervisor> all = supervisors;
        supervisors = List.of();
        all.forEach(BindSupervisor::close);
    }
}
