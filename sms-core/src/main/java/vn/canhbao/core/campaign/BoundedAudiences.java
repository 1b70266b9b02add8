package vn.canhbao.core.campaign;

import javax.sql.DataSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts audiences for pages: up to 100,000 people and for a second, whichever comes first. What is larger is counted by
 * the estimate, beside.
 */
@Component
public class BoundedAudiences {

    /** From here on it is "more than". */
    public static final int MOST = 100_000;

    private static final int SECONDS = 1;

    private final AudienceMembers members;
    private final AudiencePreviews previews;

    BoundedAudiences(DataSource database) {
        JdbcTemplate hasty = new JdbcTemplate(database);
        hasty.setQueryTimeout(SECONDS);
        JdbcClient jdbc = JdbcClient.create(hasty);
        members = new AudienceMembers(jdbc);
        previews = new AudiencePreviews(jdbc, members);
    }

    public AudienceSize size(Audience audience) {
        try {
            long people = members.countUpTo(audience, MOST + 1);
            return people > MOST ? new AudienceSize(MOST, true) : new AudienceSize(people, false);
        } catch (QueryTimeoutException tooLarge) {
            return new AudienceSize(0, true);
        }
    }

    /** {@code null} where there are more people than can be counted while somebody waits. */
    public AudiencePreview preview(Audience audience) {
        if (size(audience).more()) {
            return null;
        }
        try {
            return previews.of(audience);
        } catch (QueryTimeoutException tooLarge) {
            return null;
        }
    }
}
