package vn.canhbao.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import vn.canhbao.core.db.DatabaseTrouble;
import vn.canhbao.core.message.ClaimedMessage;

/**
 * Claims as places of the window become free, in transactions of its own beside the link's writer: the rows that it takes
 * are nobody's yet, so the two never wait for each other.
 */
final class WindowFiller {

    private static final Logger log = LoggerFactory.getLogger(WindowFiller.class);
    private static final int BLOCK = 1_000;
    private static final long SHORTEST_IDLE_MILLIS = 10;
    private static final long LONGEST_IDLE_MILLIS = 400;
    /** What is claimed ahead goes out without anybody ringing. */
    private static final long AHEAD_MILLIS = 20;

    private static final long DATABASE_AWAY_MILLIS = 1_000;

    private final String link;
    private final LedgerTables tables;
    private final Window window;
    private final LinkClaims claims;
    private final LinkWork work;
    private final Consumer<List<ClaimedMessage>> handBack;
    private final Bell bell = new Bell();
    private final Thread thread;
    private volatile Consumer<List<ClaimedMessage>> taker;
    private volatile boolean ended;

    /** @param handBack gets what was being claimed when nothing more was to be */
    WindowFiller(
            String link,
            LedgerTables tables,
            Window window,
            LinkClaims claims,
            LinkWork work,
            Consumer<List<ClaimedMessage>> handBack) {
        this.link = link;
        this.tables = tables;
        this.window = window;
        this.claims = claims;
        this.work = work;
        this.handBack = handBack;
        thread = Thread.ofVirtual().name("claims-" + link).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** @param newTaker gets each block after its commit; {@code null}: nothing more is claimed */
    void claimFor(Consumer<List<ClaimedMessage>> newTaker) {
        taker = newTaker;
        bell.ring();
    }

    /** Places have become free. */
    void wake() {
        bell.ring();
    }

    /** Claims nothing more; what was being claimed is in the window when it returns. */
    void close() throws InterruptedException {
        claimFor(null);
        ended = true;
        bell.ring();
        thread.join();
    }

    private void run() {
        try {
            // A quiet link looks ever less often: it is quiet for most of the years that this runs.
            long idleMillis = SHORTEST_IDLE_MILLIS;
            while (!ended) {
                if (fill() || bell.await(hasClaimedAhead() ? AHEAD_MILLIS : idleMillis)) {
                    idleMillis = SHORTEST_IDLE_MILLIS;
                } else {
                    idleMillis = Math.min(LONGEST_IDLE_MILLIS, idleMillis * 2);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether only the rate keeps it from claiming. */
    private boolean hasClaimedAhead() {
        return taker != null && window.free() > 0 && work.ahead().segments() > 0;
    }

    /** Whether there was anything to claim. */
    private boolean fill() throws InterruptedException {
        int free = Math.min(BLOCK, window.free());
        int room = taker == null || free <= 0 ? 0 : Math.min(free, work.ahead().room());
        if (room == 0) {
            return false;
        }
        List<ClaimedMessage> claimed;
        try {
            Instant now = tables.clock().instant();
            claimed = tables.transaction().execute(status -> claims.upTo(room, now));
        } catch (ConcurrencyFailureException chosenAsVictim) {
            log.debug("Kênh {}: thử lại ngay (deadlock, tried again at once)", link, chosenAsVictim);
            return true;
        } catch (RuntimeException databaseAway) {
            log.warn(
                    "Kênh {}: chưa nhận được tin từ cơ sở dữ liệu, thử lại (database away): {}",
                    link,
                    DatabaseTrouble.inShort(databaseAway));
            TimeUnit.MILLISECONDS.sleep(DATABASE_AWAY_MILLIS);
            return true;
        }
        window.take(claimed.size());
        Consumer<List<ClaimedMessage>> to = taker;
        (to == null ? handBack : to).accept(claimed);
        if (!claimed.isEmpty() && claimed.size() < room) {
            // That was all: what becomes READY next is claimed together, not in a commit each.
            TimeUnit.MILLISECONDS.sleep(SHORTEST_IDLE_MILLIS);
        }
        return !claimed.isEmpty();
    }
}
