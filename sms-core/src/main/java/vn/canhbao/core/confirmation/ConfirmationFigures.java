package vn.canhbao.core.confirmation;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** A campaign's people by unit for whoever looks: counted now where that is quick, else as counted beside a while ago. */
@Component
public class ConfirmationFigures {

    /** A count of a million takes many seconds, one of so many people a tenth of one. */
    private static final long QUICK = 20_000;

    private final Confirmations confirmations;
    private final UnitTallies tallies;

    /**
     * The figures.
     *
     * @param units those that lag most first
     * @param countedAt {@code null}: now
     */
    public record Figures(List<UnitConfirmations> units, Instant countedAt) {

        public ConfirmationCounts total() {
            return ConfirmationCounts.sum(units);
        }
    }

    public ConfirmationFigures(Confirmations confirmations, UnitTallies tallies) {
        this.confirmations = confirmations;
        this.tallies = tallies;
    }

    public Figures of(long campaignId) {
        List<UnitConfirmations> counted = tallies.byUnit(campaignId);
        return ConfirmationCounts.sum(counted).people() > QUICK
                ? new Figures(counted, tallies.countedAt(campaignId).orElse(null))
                : new Figures(confirmations.byUnit(campaignId), null);
    }
}
