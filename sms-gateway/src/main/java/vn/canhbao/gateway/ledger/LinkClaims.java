package vn.canhbao.gateway.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.MessageQueue;
import vn.canhbao.gateway.link.ClaimTurn;

/** What a link takes next: delayed messages whose time has come, then READY ones of the running waves, the earliest first. */
final class LinkClaims {

    private final String node;
    private final String link;
    private final MessageQueue queue;
    private final LinkWork work;

    LinkClaims(String node, String link, MessageQueue queue, LinkWork work) {
        this.node = node;
        this.link = link;
        this.queue = queue;
        this.work = work;
    }

    /** At most so many, in the caller's transaction. */
    List<ClaimedMessage> upTo(int room, Instant now) {
        List<ClaimedMessage> claimed = new ArrayList<>(work.delayed().claim(room, now));
        List<ClaimTurn> turns = claimed.size() < room ? work.turns().apply(room - claimed.size()) : List.of();
        if (!turns.isEmpty()) {
            for (long wave : queue.runningWaves()) {
                turns = claim(wave, turns, room, claimed, now);
            }
        }
        return claimed;
    }

    /** Returns what is left of the turns for the next wave. */
    private List<ClaimTurn> claim(
            long wave, List<ClaimTurn> turns, int room, List<ClaimedMessage> claimed, Instant now) {
        List<ClaimTurn> left = new ArrayList<>(turns.size());
        for (ClaimTurn turn : turns) {
            int limit = Math.min(turn.limit(), room - claimed.size());
            if (limit <= 0) {
                left.add(turn);
                continue;
            }
            List<ClaimedMessage> taken = queue.claim(node, link, turn.operators(), wave, limit, now);
            turn.claimed().accept(taken.size());
            claimed.addAll(taken);
            left.add(new ClaimTurn(turn.operators(), turn.limit() - taken.size(), turn.claimed()));
        }
        return left;
    }
}
