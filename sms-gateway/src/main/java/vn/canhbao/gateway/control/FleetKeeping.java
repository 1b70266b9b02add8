package vn.canhbao.gateway.control;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two loops of a node: one reads and renews in the database, one makes the links follow. Two, because the first may
 * hang on a database that is away, and then the second has to drop the binds in time.
 */
public final class FleetKeeping implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FleetKeeping.class);
    private static final long FOLLOW_MILLIS = 200;
    private static final int LOOKS_FOR_THE_DEAD = 10;

    private final LeaseKeeper keeper;
    private final DeadNodes deadNodes;
    private final List<LinkFollower> followers;
    private final Runnable operatorRates;
    private final LeaseTimings timings;
    private final Thread looking = Thread.ofVirtual().name("leases").unstarted(this::lookAgainAndAgain);
    private final Thread following = Thread.ofVirtual().name("links-follow").unstarted(this::followAgainAndAgain);
    private boolean databaseAway;

    /** @param operatorRates gives operators' rates their part for this node */
    FleetKeeping(
            LeaseKeeper keeper,
            DeadNodes deadNodes,
            List<LinkFollower> followers,
            Runnable operatorRates,
            LeaseTimings timings) {
        this.keeper = keeper;
        this.deadNodes = deadNodes;
        this.followers = followers;
        this.operatorRates = operatorRates;
        this.timings = timings;
    }

    /** Takes its first leases before it returns, so that links bind as soon as they start. */
    public void start() {
        look();
        looking.start();
        following.start();
    }

    private void lookAgainAndAgain() {
        try {
            for (int looks = 1; ; looks++) {
                TimeUnit.MILLISECONDS.sleep(timings.look().toMillis());
                look();
                if (looks % LOOKS_FOR_THE_DEAD == 0) {
                    guarded(deadNodes::look);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        guarded(keeper::look);
        follow();
    }

    private void guarded(Runnable step) {
        try {
            step.run();
            databaseAway = false;
        } catch (RuntimeException away) {
            if (!databaseAway) {
                log.warn(
                        "Chưa gia hạn được quyền bind, sẽ ngắt các kênh nếu kéo dài (leases not renewed, binds are dropped if"
                                + " this lasts): {}",
                        away.getMessage());
            }
            databaseAway = true;
        }
    }

    private void followAgainAndAgain() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(FOLLOW_MILLIS);
                follow();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        operatorRates.run();
        followers.forEach(LinkFollower::follow);
    }

    /** After the links have stopped: their slots are free for the other nodes. */
    @Override
    public void close() throws InterruptedException {
        looking.interrupt();
        following.interrupt();
        looking.join(timings.lease());
        guarded(keeper::giveBackAll);
    }
}
