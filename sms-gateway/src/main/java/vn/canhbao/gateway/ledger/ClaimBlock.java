package vn.canhbao.gateway.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.canhbao.core.message.Carries;
import vn.canhbao.core.message.ClaimableWave;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.gateway.link.ClaimTurn;

/** READY messages that a link takes in one transaction, as they come together: wave by wave, within its turns. */
final class ClaimBlock {

    private final String node;
    private final String link;
    private final LedgerTables tables;
    private final Carries carries;
    private final Instant now;
    private final List<ClaimedMessage> claimed = new ArrayList<>();
    private List<ClaimTurn> turns;

    ClaimBlock(String node, String link, LedgerTables tables, Carries carries, List<ClaimTurn> turns, Instant now) {
        this.node = node;
        this.link = link;
        this.tables = tables;
        this.carries = carries;
        this.turns = turns;
        this.now = now;
    }

    List<ClaimedMessage> claimed() {
        return claimed;
    }

    /** Takes at most so many of these waves, in their order; returns how many it were. */
    int claim(List<ClaimableWave> waves, int limit) {
        int before = claimed.size();
        for (ClaimableWave wave : waves) {
            List<ClaimTurn> left = new ArrayList<>(turns.size());
            for (ClaimTurn turn : turns) {
                left.add(claim(wave, turn, before + limit - claimed.size()));
            }
            turns = left;
        }
        return claimed.size() - before;
    }

    /** Returns what is left of the turn for the next wave. */
    private ClaimTurn claim(ClaimableWave wave, ClaimTurn turn, int limit) {
        int most = Math.min(turn.limit(), limit);
        if (most <= 0) {
            return turn;
        }
        int taken = wave.spread() == null
                ? take(wave, turn.operators(), most)
                : takeWhatIsDue(wave, turn.operators(), most);
        turn.claimed().accept(taken);
        return new ClaimTurn(turn.operators(), turn.limit() - taken, turn.claimed());
    }

    private int take(ClaimableWave wave, List<String> operators, int limit) {
        List<ClaimedMessage> taken = tables.queue().claim(node, link, carries, operators, wave.id(), limit, now);
        claimed.addAll(taken);
        return taken.size();
    }

    private int takeWhatIsDue(ClaimableWave wave, List<String> operators, int limit) {
        int left = limit;
        for (String operator : operators) {
            int due = left == 0 ? 0 : Math.min(left, tables.spreads().room(wave, operator, now));
            int taken = due == 0 ? 0 : take(wave, List.of(operator), due);
            if (taken > 0) {
                tables.spreads().took(wave.id(), operator, taken);
                left -= taken;
            }
        }
        return limit - left;
    }
}
