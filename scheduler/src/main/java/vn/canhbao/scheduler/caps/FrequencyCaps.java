package vn.canhbao.scheduler.caps;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.calendar.PhoneReach;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.LimitOverrides;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.db.Utc;
import vn.canhbao.scheduler.prepare.Exclusion;

/**
 * Excludes who has got as many messages as the caps allow, over all campaigns. What was sent, may have been sent, or will be
 * by a wave that has begun counts; what failed or expired does not, nor do our automatic replies, exercises
 * and test sends.
 */
@Component
class FrequencyCaps implements Exclusion {

    private final NamedParameterJdbcTemplate jdbc;
    private final LimitOverrides overrides;
    private final Caps caps;
    private final boolean enforced;
    private final Clock clock;

    private record Counts(int within, int today) {}

    FrequencyCaps(
            NamedParameterJdbcTemplate jdbc,
            LimitOverrides overrides,
            CapSettings settings,
            Caps caps,
            PhoneReach reach,
            Clock clock) {
        this.jdbc = jdbc;
        this.overrides = overrides;
        this.caps = caps;
        this.clock = clock;
        enforced = reach.bindsUnless(settings.enforced());
    }

    @Override
    public Map<String, String> among(Campaign campaign, Wave wave, List<Member> members) {
        int most = caps.most();
        int aDay = caps.aDay(campaign.messageClass());
        Map<String, String> excluded = new HashMap<>();
        if (enforced && (most > 0 || aDay > 0) && !overrides.of(campaign.id()).caps()) {
            counts(campaign, wave, members.stream().map(Member::msisdn).toList())
                    .forEach((msisdn, sent) -> {
                        if (most > 0 && sent.within() >= most) {
                            excluded.put(
                                    msisdn,
                                    "frequency cap: " + sent.within() + " messages in " + caps.within() + ", at most "
                                            + most);
                        } else if (aDay > 0 && sent.today() >= aDay) {
                            excluded.put(
                                    msisdn,
                                    "frequency cap: " + sent.today() + " " + campaign.messageClass()
                                            + " today, at most " + aDay);
                        }
                    });
        }
        return excluded;
    }

    private Map<String, Counts> counts(Campaign campaign, Wave wave, List<String> msisdns) {
        Instant now = clock.instant();
        Instant since = now.minus(caps.within());
        Instant midnight = LocalDate.ofInstant(now, ClockConfiguration.LOCAL)
                .atStartOfDay(ClockConfiguration.LOCAL)
                .toInstant();
        List<Long> recent = recentWaves(wave, since.isBefore(midnight) ? since : midnight);
        Map<String, Counts> counts = new HashMap<>();
        if (recent.isEmpty() || msisdns.isEmpty()) {
            return counts;
        }
        // By number, then wave: the unique index of the message table, without a person's whole history.
        jdbc.query(
                """
                SELECT m.msisdn,
                    SUM(CASE WHEN COALESCE(m.submitted_at, w.started_at) > :since THEN 1 ELSE 0 END) AS sent_within,
                    SUM(CASE WHEN COALESCE(m.submitted_at, w.started_at) >= :midnight AND c.message_class = :class
                        THEN 1 ELSE 0 END) AS sent_today
                FROM message m JOIN wave w ON w.id = m.wave_id JOIN campaign c ON c.id = w.campaign_id
                WHERE m.msisdn IN (:msisdns) AND m.wave_id IN (:waves)
                    AND m.status NOT IN ('SUPPRESSED', 'CANCELLED', 'FAILED', 'EXPIRED')
                GROUP BY m.msisdn
                """,
                new MapSqlParameterSource("msisdns", msisdns)
                        .addValue("waves", recent)
                        .addValue("since", Utc.column(since))
                        .addValue("midnight", Utc.column(midnight))
                        .addValue("class", campaign.messageClass().name()),
                row -> {
                    counts.put(
                            row.getString("msisdn"), new Counts(row.getInt("sent_within"), row.getInt("sent_today")));
                });
        return counts;
    }

    // Whose validity, and so whose last submit_sm, is not over since then.
    private List<Long> recentWaves(Wave wave, Instant since) {
        return jdbc.queryForList(
                """
                SELECT w.id FROM wave w JOIN campaign c ON c.id = w.campaign_id
                WHERE w.started_at IS NOT NULL AND w.expires_at > :since AND w.id <> :wave
                    AND NOT c.automatic AND NOT c.exercise AND c.test_of IS NULL
                """, new MapSqlParameterSource("since", Utc.column(since)).addValue("wave", wave.id()), Long.class);
    }
}
