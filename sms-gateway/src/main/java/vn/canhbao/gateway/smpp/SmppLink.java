package vn.canhbao.gateway.smpp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.canhbao.gateway.link.AnswerWatch;
import vn.canhbao.gateway.link.BindState;
import vn.canhbao.gateway.link.CommandStatusTable;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.link.OperatorRates;
import vn.canhbao.gateway.link.SegmentRate;

/** A link on the wire: its binds, its window and its rate. */
public final class SmppLink implements AutoCloseable, SlotEvents {

    private static final Logger log = LoggerFactory.getLogger(SmppLink.class);

    private final String name;
    private final LinkSettings settings;
    private final Clock clock;
    private final Semaphore window;
    private final SegmentRate rate;
    private final OperatorRates operatorRates;
    private final BindTimings timings;
    private final AnswerWatch answers;
    private final CommandStatusTable commandStatusTable;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile BindSlots slots;
    private volatile boolean tripped;
    private volatile boolean wasBound;
    private volatile LinkError lastError;
    // Under the monitor.
    private Set<Integer> held;
    private boolean draining;

    /** What went wrong last. */
    public record LinkError(String message, Instant at) {}

    public SmppLink(String name, LinkSettings settings, Clock clock) {
        this(name, settings, clock, OperatorRates.none(), BindTimings.USUAL);
    }

    public SmppLink(String name, LinkSettings settings, Clock clock, OperatorRates operatorRates) {
        this(name, settings, clock, operatorRates, BindTimings.USUAL);
    }

    SmppLink(String name, LinkSettings settings, Clock clock, BindTimings timings) {
        this(name, settings, clock, OperatorRates.none(), timings);
    }

    private SmppLink(
            String name, LinkSettings settings, Clock clock, OperatorRates operatorRates, BindTimings timings) {
        this.name = name;
        this.settings = settings;
        this.clock = clock;
        this.operatorRates = operatorRates;
        this.timings = timings;
        answers = new AnswerWatch(clock);
        commandStatusTable = settings.commandStatusTable();
        held = IntStream.rangeClosed(1, settings.binds()).boxed().collect(Collectors.toSet());
        window = new Semaphore(settings.window());
        rate = new SegmentRate(settings.submitsPerSecond());
    }

    /** Begins to bind; each deliver_sm goes to the handler. */
    public synchronized void start(DeliverSmHandler handler) {
        BindAttempts attempts = new BindAttempts(name, settings, handler, clock, timings, this);
        slots = new BindSlots(
                settings.binds(), number -> new BindSupervisor(name, number, settings, attempts, timings, this, clock));
        draining = false;
        wantSlots();
    }

    /**
     * The bind slots, from 1 to the link's {@code binds}, that this node may hold now; until it is called, all. Those newly
     * held are bound; on the others nothing more is sent, the answers that are out are awaited, then they are unbound.
     */
    public synchronized void hold(Set<Integer> mayHold) {
        held = Set.copyOf(mayHold);
        wantSlots();
    }

    /**
     * Opens the breaker: nothing more is sent, what is on the wire is awaited, every bind is closed, and nobody binds until
     * a person restarts the link.
     *
     * @param reason in one line with the remedy
     */
    @Override
    public synchronized void trip(String reason) {
        tripped = true;
        failed(reason);
        log.error(
                "Kênh {}: đã ngắt, sửa lỗi rồi khởi động lại kênh (tripped, repair and restart the link): {}",
                name,
                reason);
        wantSlots();
    }

    /** Closes the breaker and binds at once, without waiting for any back-off. */
    public synchronized void restart() {
        tripped = false;
        wantSlots();
        if (slots != null) {
            slots.hurry();
        }
    }

    public boolean isTripped() {
        return tripped;
    }

    private void wantSlots() {
        if (slots != null) {
            slots.want(tripped || draining ? Set.of() : held);
        }
    }

    @Override
    public void bound() {
        if (wasBound && boundBinds() <= 1) {
            rate.warmUp();
        }
        wasBound = true;
    }

    @Override
    public void failed(String error) {
        lastError = new LinkError(error, clock.instant());
    }

    /** For each message the next one: its segments share a turn, and so a bind. */
    int nextTurn() {
        return turn.getAndIncrement();
    }

    /** The moment when rate and window let a submit_sm out. */
    interface LastMoment {

        /** {@code null}: it goes out now; else why it doesn't, and its places are free for others. */
        SubmitOutcome heldBack() throws InterruptedException;
    }

    /**
     * Sends a submit_sm on the turn's bind, else on any, when rate and window allow it, and waits for the answer.
     *
     * @param lastMoment is asked right before
     */
    SubmitOutcome submit(SubmitSm pdu, int ofTurn, Consumer<SubmitOutcome> late, LastMoment lastMoment)
            throws InterruptedException {
        window.acquire();
        try {
            SubmitPlaces places = SubmitPlaces.acquire(rate, operatorRates.of(pdu.operator()));
            SubmitOutcome heldBack = places.heldBack(lastMoment);
            if (heldBack != null) {
                return heldBack;
            }
            BindSlots now = slots;
            BoundSlot slot = now == null ? null : now.of(ofTurn);
            return places.use(slot == null ? null : () -> slot.submit(pdu, late), commandStatusTable);
        } finally {
            window.release();
        }
    }

    /** The rate of this link, as it is now. */
    public SegmentRate rate() {
        return rate;
    }

    /** What its answers say together. */
    public AnswerWatch answers() {
        return answers;
    }

    /** What each command_status means for it. */
    CommandStatusTable commandStatusTable() {
        return commandStatusTable;
    }

    public boolean isUp() {
        return boundBinds() > 0;
    }

    public int boundBinds() {
        return boundSlots().size();
    }

    /** The slots that are bound now. */
    public Set<Integer> boundSlots() {
        BindSlots now = slots;
        return now == null ? Set.of() : now.bound();
    }

    /** The slots that the SMSC may count: bound, being bound or being drained. */
    public Set<Integer> openSlots() {
        BindSlots now = slots;
        return now == null ? Set.of() : now.open();
    }

    /** Closes every session at once, without waiting for answers; {@link #hold} says whether it binds again. */
    public void cut() {
        BindSlots now = slots;
        if (now != null) {
            now.cut();
        }
    }

    public BindState state() {
        if (tripped) {
            return BindState.TRIPPED;
        }
        return slots == null ? BindState.STOPPED : isUp() ? BindState.BOUND : BindState.BINDING;
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

    /** Sends nothing more, waits until the answers that are out are in, but no longer than so long, and unbinds. */
    public void drain(Duration patience) {
        BindSlots now;
        synchronized (this) {
            draining = true;
            wantSlots();
            now = slots;
        }
        try {
            if (now != null) {
                now.awaitReleased(patience);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** Unbinds without waiting for answers. */
    @Override
    public void close() {
        BindSlots now;
        synchronized (this) {
            now = slots;
            slots = null;
        }
        if (now != null) {
            now.close();
        }
    }
}
