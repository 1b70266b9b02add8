package vn.canhbao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class AuditTrailIT {

    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");

    private final TestDatabase.Opened database;
    private final SettableClock clock = new SettableClock(NOON);
    private final AuditTrail trail;

    AuditTrailIT(TestDatabase kind) {
        database = kind.open();
        trail = new AuditTrail(JdbcClient.create(database.dataSource()), clock);
        trail.record("soanthao", "CAMPAIGN_SUBMITTED", "campaign 1", null);
        clock.advance(Duration.ofHours(1));
        trail.record("pheduyet", "CAMPAIGN_APPROVED", "campaign 1", null);
        trail.record("pheduyet", "CAMPAIGN_REJECTED", "campaign 12", "sai nguồn");
        clock.advance(Duration.ofHours(1));
        trail.record("quantri", "LINK_PAUSED", "link viettel", "100% bảo trì");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void newestComesFirstAndPagesFollowWithoutGapOrRepetition() {
        List<AuditEntry> first = trail.search(AuditSearch.EVERYTHING, null, 3);
        List<AuditEntry> rest =
                trail.search(AuditSearch.EVERYTHING, first.getLast().id(), 3);

        assertThat(first)
                .extracting(AuditEntry::action)
                .containsExactly("LINK_PAUSED", "CAMPAIGN_REJECTED", "CAMPAIGN_APPROVED");
        assertThat(rest).extracting(AuditEntry::action).containsExactly("CAMPAIGN_SUBMITTED");
    }

    @Test
    void whoAndWhatAndPeriodNarrow() {
        assertThat(actions(new AuditSearch("pheduyet", null, null, null, null)))
                .containsExactly("CAMPAIGN_REJECTED", "CAMPAIGN_APPROVED");
        assertThat(actions(new AuditSearch("", " LINK_PAUSED ", null, null, null)))
                .containsExactly("LINK_PAUSED");
        assertThat(actions(new AuditSearch(null, null, null, NOON, NOON.plus(Duration.ofHours(1)))))
                .containsExactly("CAMPAIGN_SUBMITTED");
    }

    @Test
    void wholeSubjectIsOneThingAndAWordAloneEveryThingOfItsKind() {
        assertThat(actions(subject("campaign 1"))).containsExactly("CAMPAIGN_APPROVED", "CAMPAIGN_SUBMITTED");
        assertThat(actions(subject("campaign")))
                .containsExactly("CAMPAIGN_REJECTED", "CAMPAIGN_APPROVED", "CAMPAIGN_SUBMITTED");
        assertThat(actions(subject("%"))).isEmpty();
    }

    private static AuditSearch subject(String subject) {
        return new AuditSearch(null, null, subject, null, null);
    }

    private List<String> actions(AuditSearch search) {
        return trail.search(search, null, 10).stream().map(AuditEntry::action).toList();
    }
}
