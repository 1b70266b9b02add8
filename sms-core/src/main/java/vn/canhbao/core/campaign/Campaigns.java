package vn.canhbao.core.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The campaign table with its audience and approvals. */
@Repository
public class Campaigns {

    private final JdbcClient jdbc;

    public Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Campaign> find(long id) {
        throw new UnsupportedOperationException("campaign helper");
    }

    /** The campaign, or {@link vn.canhbao.core.problem.NotFound}. */
    public Campaign get(long id) {
        throw new UnsupportedOperationException("campaign helper");
    }

    /** Newest first; {@code before} is the id of the last one seen, or {@code null} for the first page. */
    public List<Campaign> page(Long before, int limit) {
        throw new UnsupportedOperationException("campaign helper");
    }

    public Audience audience(long id) {
        throw new UnsupportedOperationException("campaign helper");
    }

    /** Moves a campaign on if its status still allows the move; {@code false} if it doesn't. */
    public boolean transition(long id, CampaignStatus next) {
        throw new UnsupportedOperationException("campaign helper");
    }
}
