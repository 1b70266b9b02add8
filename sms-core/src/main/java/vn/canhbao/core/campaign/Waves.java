package vn.canhbao.core.campaign;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The wave table. */
@Repository
public class Waves {

    private final JdbcClient jdbc;

    public Waves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Wave get(long id) {
        throw new UnsupportedOperationException("campaign helper");
    }

    /** In their order. */
    public List<Wave> ofCampaign(long campaignId) {
        throw new UnsupportedOperationException("campaign helper");
    }

    public List<Wave> withStatus(WaveStatus... statuses) {
        throw new UnsupportedOperationException("campaign helper");
    }

    /** Moves a wave on if its status still allows the move; {@code false} if it doesn't. */
    public boolean transition(long id, WaveStatus next) {
        throw new UnsupportedOperationException("campaign helper");
    }
}
