package vn.canhbao.core.statistics;

import java.util.List;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Repository;

/** People over several waves, each counted once: from sets of ids that are kept by wave, never from messages. */
@Repository
public class ReachedPeople {

    private final KeptTallies kept;

    ReachedPeople(KeptTallies kept) {
        this.kept = kept;
    }

    /**
     * Recipients of some waves.
     *
     * @param planned with a message
     * @param confirmed to whom the operator confirmed at least one
     */
    public record Count(long planned, long confirmed) {}

    public Count of(List<Long> waves) {
        return new Count(
                union("planned", waves).getLongCardinality(),
                union("confirmed", waves).getLongCardinality());
    }

    /** How many had a message and never a confirmed one. */
    public long countUnreached(List<Long> waves) {
        return unreachedIds(waves).getLongCardinality();
    }

    /** Their recipient ids above {@code after}, in order. */
    public List<Long> unreached(List<Long> waves, long after, int limit) {
        return unreachedIds(waves).stream()
                .mapToObj(Integer::toUnsignedLong)
                .filter(id -> id > after)
                .limit(limit)
                .toList();
    }

    private RoaringBitmap unreachedIds(List<Long> waves) {
        return RoaringBitmap.andNot(union("planned", waves), union("confirmed", waves));
    }

    private RoaringBitmap union(String column, List<Long> waves) {
        return FastAggregation.or(kept.people(column, waves).iterator());
    }
}
