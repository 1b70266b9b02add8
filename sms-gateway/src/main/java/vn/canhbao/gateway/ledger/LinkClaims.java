package vn.canhbao.gateway.ledger;

import static java.util.stream.Collectors.partitioningBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.canhbao.core.message.ClaimableWave;
import vn.canhbao.core.message.ClaimedMessage;

/**
 * What a link takes next: delayed messages whose time has come, then READY ones of the running waves, the earliest first.
 * While an urgent wave runs it gets nine places in ten, and all others, with the delayed messages, share the tenth.
 */
final class LinkClaims {

    private final String node;
    private final String link;
    private final LedgerTables tables;
    private final LinkWork work;
    private final BulkShare bulkShare = new BulkShare();

    LinkClaims(String node, String link, LedgerTables tables, LinkWork work) {
        this.node = node;
        this.link = link;
        this.tables = tables;
        this.work = work;
    }

    /** At most so many, in the caller's transaction. */
    List<ClaimedMessage> upTo(int room, Instant now) {
        Map<Boolean, List<ClaimableWave>> waves = work.gate().read(tables.queue()::runningWaves).stream()
                .filter(wave -> work.carries().campaign(wave.exercise()))
                .collect(partitioningBy(ClaimableWave::urgent));
        List<ClaimableWave> urgent = waves.get(true);
        List<ClaimableWave> others = waves.get(false);
        int kept = urgent.isEmpty() ? room : bulkShare.of(room);
        List<ClaimedMessage> delayed = kept == 0 ? List.of() : work.delayed().claim(kept, now);
        int left = room - delayed.size();
        ClaimBlock block = new ClaimBlock(
                node,
                link,
                tables,
                work.carries(),
                left == 0 ? List.of() : work.turns().apply(left),
                now);
        int ofUrgent = block.claim(urgent, room - kept);
        int ofOthers = block.claim(others, left - ofUrgent);
        if (ofUrgent > 0 && ofUrgent == room - kept) {
            // What the others left of their share.
            ofUrgent += block.claim(urgent, left - ofUrgent - ofOthers);
        }
        if (!urgent.isEmpty()) {
            bulkShare.claimed(ofUrgent, ofOthers + delayed.size());
        }
        List<ClaimedMessage> all = new ArrayList<>(delayed);
        all.addAll(block.claimed());
        return all;
    }
}
