package vn.canhbao.core.message;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.canhbao.core.db.Utc;

/** The last look before the wire: a number may have been suppressed after its message was prepared. */
final class SuppressedClaims {

    private final NamedParameterJdbcTemplate jdbc;

    SuppressedClaims(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the messages to suppressed numbers out of a block that is locked for a claim: they become SUPPRESSED. */
    void dropFrom(List<ClaimedMessage> block, Instant now) {
        Set<String> suppressed = block.isEmpty() ? Set.of() : suppressed(block);
        if (suppressed.isEmpty()) {
            return;
        }
        Set<Long> automatic = automatic(block);
        List<ClaimedMessage> dropped = block.stream()
                .filter(message -> suppressed.contains(message.msisdn()) && !automatic.contains(message.waveId()))
                .toList();
        if (dropped.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                UPDATE message SET status = 'SUPPRESSED', final_at = :now,
                    detail = CASE WHEN submitted_at IS NULL THEN 'suppressed after it was prepared'
                        ELSE 'suppressed after it was prepared, only part of its segments sent' END
                WHERE id IN (:ids)
                """,
                new MapSqlParameterSource("now", Utc.column(now))
                        .addValue(
                                "ids", dropped.stream().map(ClaimedMessage::id).toList()));
        block.removeAll(dropped);
    }

    private Set<String> suppressed(List<ClaimedMessage> block) {
        return new HashSet<>(jdbc.queryForList(
                "SELECT msisdn FROM suppression WHERE msisdn IN (:numbers)",
                new MapSqlParameterSource(
                        "numbers", block.stream().map(ClaimedMessage::msisdn).toList()),
                String.class));
    }

    // The confirmation of a refusal goes to a suppressed number, and must.
    private Set<Long> automatic(List<ClaimedMessage> block) {
        return new HashSet<>(jdbc.queryForList(
                "SELECT w.id FROM wave w JOIN campaign c ON c.id = w.campaign_id WHERE w.id IN (:waves) AND c.automatic = TRUE",
                new MapSqlParameterSource(
                        "waves",
                        block.stream().map(ClaimedMessage::waveId).distinct().toList()),
                Long.class));
    }
}
