package vn.canhbao.core.protection;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.db.Utc;

/** Takes number and text from the messages of waves that are long over, in the order of ids; how far it is stands with the wave. */
@Component
class OldMessages {

    // A wave's messages lie nearly side by side: a range of ids reads few of others.
    private static final int RANGE = 4;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    private record OldWave(long id, long campaign, Long done, Long until) {}

    OldMessages(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    int remove(Instant before, int most) {
        for (Optional<OldWave> wave = next(before); wave.isPresent(); wave = next(before)) {
            int removed = remove(wave.get(), most);
            if (removed > 0) {
                return removed;
            }
        }
        return 0;
    }

    private Optional<OldWave> next(Instant before) {
        return jdbc.sql("""
                        SELECT id, campaign_id, anonymised_to, anonymise_until FROM wave
                        WHERE anonymised_at IS NULL AND status IN ('FINISHED', 'CANCELLED')
                            AND COALESCE(finished_at, expires_at, at) < ? ORDER BY id LIMIT 1
                        """)
                .param(Utc.column(before))
                .query((row, n) -> new OldWave(
                        row.getLong("id"),
                        row.getLong("campaign_id"),
                        row.getObject("anonymised_to", Long.class),
                        row.getObject("anonymise_until", Long.class)))
                .optional();
    }

    private int remove(OldWave wave, int most) {
        if (wave.until() == null) {
            begin(wave);
            return 0;
        }
        long done = wave.done();
        while (done < wave.until()) {
            long to = Math.min(wave.until(), done + (long) most * RANGE);
            Map<Long, String> whole = whole(wave, done, to, most);
            long reached = whole.size() < most
                    ? to
                    : whole.keySet().stream().mapToLong(id -> id).max().orElse(to);
            if (!whole.isEmpty()) {
                transaction.executeWithoutResult(status -> {
                    replace(wave, whole);
                    note(wave, reached);
                });
                return whole.size();
            }
            done = reached;
        }
        jdbc.sql("UPDATE wave SET anonymised_at = ? WHERE id = ?")
                .params(Utc.column(clock.instant()), wave.id())
                .update();
        return 0;
    }

    private void begin(OldWave wave) {
        jdbc.sql("""
                        UPDATE wave SET anonymised_to = COALESCE((SELECT MIN(id) FROM message WHERE wave_id = :wave), 1) - 1,
                            anonymise_until = COALESCE((SELECT MAX(id) FROM message WHERE wave_id = :wave), 0) WHERE id = :wave
                        """).param("wave", wave.id()).update();
    }

    private Map<Long, String> whole(OldWave wave, long after, long to, int most) {
        Map<Long, String> numbers = new HashMap<>();
        jdbc.sql("""
                        SELECT id, msisdn FROM message WHERE id > ? AND id <= ? AND wave_id = ? AND msisdn LIKE '84%'
                        ORDER BY id LIMIT ?
                        """)
                .params(after, to, wave.id(), most)
                .query((row, n) -> numbers.put(row.getLong("id"), row.getString("msisdn")))
                .list();
        return numbers;
    }

    private void replace(OldWave wave, Map<Long, String> numbers) {
        Map<String, Long> idOf = new HashMap<>();
        numbers.forEach((id, number) -> idOf.put(number, id));
        // All of a person in the campaign at once, under one token: who was counted once is counted once.
        jdbc.sql("SELECT DISTINCT msisdn FROM acknowledgement WHERE campaign_id = :campaign AND msisdn IN (:numbers)")
                .param("campaign", wave.campaign())
                .param("numbers", List.copyOf(idOf.keySet()))
                .query(String.class)
                .list()
                .forEach(number -> jdbc.sql(
                                "UPDATE acknowledgement SET msisdn = ?, text = '' WHERE campaign_id = ? AND msisdn = ?")
                        .params("m" + idOf.get(number), wave.campaign(), number)
                        .update());
        jdbc.sql("UPDATE message SET msisdn = CONCAT('m', id), text = '', detail = NULL WHERE id IN (:ids)")
                .param("ids", List.copyOf(numbers.keySet()))
                .update();
    }

    private void note(OldWave wave, long reached) {
        jdbc.sql("UPDATE wave SET anonymised_to = ? WHERE id = ?")
                .params(reached, wave.id())
                .update();
    }
}
