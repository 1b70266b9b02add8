package vn.canhbao.core.recipient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.db.RowInsert;
import vn.canhbao.core.db.SetBasedWriter;

/**
 * Which words people's names have, in the order of the alphabet: who bears a rare one is found without reading everybody.
 * The words are written after the names, in the background (ADR 26).
 */
@Repository
public class NameWords {

    /** Says of new people, by their numbers, that their words are to be written; in the transaction that adds them. */
    static final String ADDED =
            "INSERT IGNORE INTO changed_name (recipient_id) SELECT id FROM recipient WHERE msisdn IN (:them)";

    /** The same of recipients whom a condition names; in the transaction that changes their names, before it does. */
    // The row is locked though it stays as it is: who writes the words must wait for the new name.
    public static final String CHANGING = """
            INSERT INTO changed_name (recipient_id, former) SELECT r.id, r.search_name FROM recipient r WHERE %s
            ON DUPLICATE KEY UPDATE former = changed_name.former
            """;

    private static final RowInsert WORDS = new RowInsert("INSERT IGNORE INTO recipient_word (word, recipient_id)", 2);
    private static final int BLOCK = 1_000;

    /** People whom a page can read and sort. */
    private static final int FEW = 50_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final SetBasedWriter writer;
    private final TransactionOperations transaction;

    public NameWords(JdbcClient jdbc, JdbcTemplate batches, SetBasedWriter writer, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.writer = writer;
        this.transaction = transaction;
    }

    /** Writes the words of some names that changed; whether there were any. Other servers write others beside. */
    public boolean writeSome() {
        return transaction.execute(status -> {
            Map<Long, String> former = new HashMap<>();
            jdbc.sql("SELECT recipient_id, former FROM changed_name LIMIT ? FOR UPDATE SKIP LOCKED")
                    .param(BLOCK)
                    .query((row, n) -> former.put(row.getLong(1), row.getString(2)))
                    .list();
            if (former.isEmpty()) {
                return false;
            }
            write(former);
            jdbc.sql("DELETE FROM changed_name WHERE recipient_id IN (:ids)")
                    .param("ids", former.keySet())
                    .update();
            return true;
        });
    }

    private void write(Map<Long, String> former) {
        List<Object[]> gone = new ArrayList<>();
        List<Object[]> words = new ArrayList<>();
        jdbc.sql("SELECT id, search_name FROM recipient WHERE id IN (:ids)")
                .param("ids", former.keySet())
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .forEach(now -> {
                    long id = now.getKey();
                    Set<String> has = SearchWords.words(now.getValue());
                    has.forEach(word -> words.add(new Object[] {word, id}));
                    SearchWords.words(former.get(id)).stream()
                            .filter(word -> !has.contains(word))
                            .forEach(word -> gone.add(new Object[] {word, id}));
                });
        delete(gone);
        words.sort(Comparator.comparing(row -> (String) row[0]));
        writer.insert(WORDS, words);
    }

    /** Deletes the words of people; in the transaction that erases their names, before it does. */
    public void forget(List<Long> recipients) {
        if (recipients.isEmpty()) {
            return;
        }
        jdbc.sql(CHANGING.formatted("r.id IN (:ids)")).param("ids", recipients).update();
        List<Object[]> gone = new ArrayList<>();
        jdbc.sql("""
                        SELECT r.id, r.search_name, c.former FROM recipient r JOIN changed_name c ON c.recipient_id = r.id
                        WHERE r.id IN (:ids)
                        """).param("ids", recipients).query(row -> {
            long id = row.getLong("id");
            SearchWords.words(row.getString("search_name") + " " + row.getString("former"))
                    .forEach(word -> gone.add(new Object[] {word, id}));
        });
        delete(gone);
        jdbc.sql("DELETE FROM changed_name WHERE recipient_id IN (:ids)")
                .param("ids", recipients)
                .update();
    }

    private void delete(List<Object[]> words) {
        batches.batchUpdate("DELETE FROM recipient_word WHERE word = ? AND recipient_id = ?", words);
    }

    /** Of the words typed the one that begins a word of the fewest people, as a pattern; none where each begins one of many. */
    Optional<String> rarest(SearchWords typed) {
        String rarest = null;
        int fewest = FEW;
        for (String beginning : typed.beginnings()) {
            int people = upTo(fewest, beginning);
            if (people < fewest) {
                rarest = beginning;
                fewest = people;
            }
        }
        return Optional.ofNullable(rarest);
    }

    private int upTo(int most, String beginning) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM
                            (SELECT recipient_id FROM recipient_word WHERE word LIKE ? ESCAPE '!' LIMIT ?) found
                        """).params(beginning, most).query(Integer.class).single();
    }
}
