package vn.canhbao.core.confirmation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.canhbao.core.recipient.SearchWords;

/** Looks for units that lag: in one campaign or all recent ones, by their names. */
@Component
public class LaggingUnits {

    private static final Duration RECENT = Duration.ofDays(30);

    private final UnitTallies tallies;
    private final Clock clock;

    public LaggingUnits(UnitTallies tallies, Clock clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    /**
     * Each unit's own people, those that lag most first: some thousand units at most.
     *
     * @param campaignId {@code null}: over all that were sent in the last 30 days
     * @param name what somebody typed of it, with or without accents; {@code null} or blank: all
     */
    public List<LaggingUnit> find(Long campaignId, String name) {
        SearchWords words = SearchWords.of(name);
        return tallies.lagging(campaignId, since()).stream()
                .filter(unit -> words.areIn(unit.unit()))
                .toList();
    }

    /** The campaigns among which a person chooses, the newest first. */
    public List<UnitCampaign> campaigns(int limit) {
        return tallies.asking(since(), limit);
    }

    private Instant since() {
        return clock.instant().minus(RECENT);
    }
}
