package vn.canhbao.gateway.smpp;

import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import vn.canhbao.gateway.link.LinkSettings;

/**
 * The bind attempts of a link, over all its slots: one at a time, and none any more when the SMSC refuses our login or has
 * refused too often: it would lock the account.
 */
final class BindAttempts {

    private final String link;
    private final LinkSettings settings;
    private final DeliverSmHandler handler;
    private final Clock clock;
    private final BindTimings timings;
    private final SlotEvents events;
    private final ReentrantLock turn = new ReentrantLock(true);
    private int refusedInARow;

    BindAttempts(
            String link,
            LinkSettings settings,
            DeliverSmHandler handler,
            Clock clock,
            BindTimings timings,
            SlotEvents events) {
        this.link = link;
        this.settings = settings;
        this.handler = handler;
        this.clock = clock;
        this.timings = timings;
        this.events = events;
    }

    /**
     * Waits for its turn and binds.
     *
     * @param stillWanted asked when the turn has come
     * @return {@code null} where it isn't wanted any more
     */
    BoundSlot open(BooleanSupplier stillWanted) throws BindFailed, InterruptedException {
        turn.lockInterruptibly();
        try {
            if (!stillWanted.getAsBoolean()) {
                return null;
            }
            BoundSlot slot = BoundSlot.open(link, settings, handler, clock);
            refusedInARow = 0;
            return slot;
        } catch (BindFailed failure) {
            refusedInARow = failure.kind() == BindFailed.Kind.REFUSED ? refusedInARow + 1 : 0;
            if (failure.kind() == BindFailed.Kind.LOGIN || refusedInARow >= timings.refusalsBeforeTrip()) {
                refusedInARow = 0;
                events.trip(failure.getMessage());
            }
            throw failure;
        } finally {
            turn.unlock();
        }
    }
}
