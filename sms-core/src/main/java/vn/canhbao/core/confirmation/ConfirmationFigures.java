package vn.canhbao.core.confirmation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A campaign's people by unit for whoever looks: counted now where that is quick, else as counted beside a while ago. */
@Component
public class ConfirmationFigures {

    /** A count of a million messages takes many seconds, one of so many a tenth of one. */
    private static final int QUICK = 20_000;

    private final JdbcClient jdbc;
    private final Confirmations confirmations;
    private final UnitTallies tallies;

    /**
     * The figures.
     *
     * @param units those that lag most first; none while a large campaign is counted for the first time
     * @param countedAt {@code null}: now, or never yet
     * @param counting whether they are still to come
     */
    public record Figures(List<UnitConfirmations> units, Instant countedAt, boolean counting) {

        public ConfirmationCounts total() {
            return ConfirmationCounts.sum(units);
        }
    }

    public ConfirmationFigures(JdbcClient jdbc, Confirmations confirmations, UnitTallies tallies) {
        this.jdbc = jdbc;
        this.confirmations = confirmations;
        this.tallies = tallies;
    }

    public Figures of(long campaignId) {
        if (isQuick(campaignId)) {
            return new Figures(confirmations.byUnit(campaignId), null, false);
        }
        Optional<Instant> countedAt = tallies.countedAt(campaignId);
        return new Figures(tallies.byUnit(campaignId), countedAt.orElse(null), countedAt.isEmpty());
    }

    private boolean isQuick(long campaignId) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM (
                            SELECT m.id FROM message m WHERE m.wave_id IN (:waves) LIMIT :most) counted
                        """)
                        .param("waves", confirmations.waves(campaignId))
                        .param("most", QUICK + 1)
                        .query(Integer.class)
                        .single()
                <= QUICK;
    }
}
