package vn.canhbao.core.recipient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Remembered;
import vn.canhbao.core.db.RowInsert;
import vn.canhbao.core.db.SetBasedWriter;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

/** Lists and their members. */
@Repository
public class RecipientLists {

    private static final int NAME_LENGTH = 200;
    private static final int BLOCK = 500;

    private static final String SELECT = "SELECT l.id, l.name FROM recipient_list l ";

    private static final RowInsert MEMBERS =
            new RowInsert("INSERT IGNORE INTO recipient_list_member (list_id, recipient_id)", 2);

    private final JdbcClient jdbc;
    private final SetBasedWriter writer;
    private final Clock clock;

    /** Millions of members take a third of a second to count, for each of the lists of a page. */
    private final Remembered<Long> sizes;

    public RecipientLists(JdbcClient jdbc, SetBasedWriter writer, Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.clock = clock;
        sizes = new Remembered<>(
                id -> jdbc.sql("SELECT COUNT(*) FROM recipient_list_member WHERE list_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single(),
                clock);
    }

    /** A new, empty list; {@link vn.canhbao.core.problem.InvalidInput} where the name is blank or taken. */
    public RecipientList create(String name, String author) {
        String clean = name == null ? "" : Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        if (clean.isEmpty()) {
            throw InvalidInput.of("name", "Thiếu tên danh sách (the list needs a name)");
        }
        if (clean.length() > NAME_LENGTH) {
            throw InvalidInput.of("name", "Tên dài quá 200 ký tự, hãy rút gọn (at most 200 characters)");
        }
        var key = new GeneratedKeyHolder();
        try {
            jdbc.sql("INSERT INTO recipient_list (name, created_by, created_at) VALUES (?, ?, ?)")
                    .params(clean, author, Utc.column(clock.instant()))
                    .update(key, "id");
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.of(
                    "name",
                    "Đã có danh sách tên “" + clean + "”, hãy chọn tên khác (this name is taken, choose another)");
        }
        return new RecipientList(key.getKey().longValue(), clean, 0);
    }

    /** The list, or {@link vn.canhbao.core.problem.NotFound}. */
    public RecipientList get(long id) {
        return jdbc.sql(SELECT + "WHERE l.id = ?")
                .param(id)
                .query(RecipientLists::list)
                .optional()
                .map(this::counted)
                .orElseThrow(() -> new NotFound("Không có danh sách số " + id + " (no recipient list " + id + ")"));
    }

    /** Newest first; {@code before} is the id of the last one seen, or {@code null}. */
    public List<RecipientList> page(Long before, int limit) {
        return jdbc
                .sql(SELECT + "WHERE l.id < ? ORDER BY l.id DESC LIMIT ?")
                .params(before == null ? Long.MAX_VALUE : before, limit)
                .query(RecipientLists::list)
                .list()
                .stream()
                .map(this::counted)
                .toList();
    }

    /**
     * Adds recipients to a list, in the caller's transaction.
     *
     * @return those that were no members before
     */
    public Set<Long> addMembers(long listId, Collection<Long> recipientIds) {
        if (recipientIds.isEmpty()) {
            return new HashSet<>();
        }
        Set<Long> added = new HashSet<>(recipientIds);
        jdbc.sql("SELECT recipient_id FROM recipient_list_member WHERE list_id = :list AND recipient_id IN (:ids)")
                .param("list", listId)
                .param("ids", List.copyOf(added))
                .query(Long.class)
                .list()
                .forEach(added::remove);
        // In order of the key, so that two imports into one list wait for each other instead of deadlocking.
        writer.insert(
                MEMBERS,
                added.stream().sorted().map(id -> new Object[] {listId, id}).toList());
        return added;
    }

    /** Adds recipients that are new in this transaction, and so no members yet, by their numbers. */
    public void addNewMembers(long listId, List<Msisdn> numbers) {
        // In blocks, as H2 compares each row with the whole list of numbers; no ORDER BY id, or it would read all of
        // the
        // table in that order instead of looking the numbers up.
        for (int from = 0; from < numbers.size(); from += BLOCK) {
            jdbc.sql(
                            "INSERT IGNORE INTO recipient_list_member (list_id, recipient_id) SELECT :list, id FROM recipient WHERE msisdn IN (:msisdns)")
                    .param("list", listId)
                    .param(
                            "msisdns",
                            numbers.subList(from, Math.min(numbers.size(), from + BLOCK)).stream()
                                    .map(Msisdn::digits)
                                    .toList())
                    .update();
        }
    }

    private static RecipientList list(ResultSet row, int number) throws SQLException {
        return new RecipientList(row.getLong("id"), row.getString("name"), 0);
    }

    private RecipientList counted(RecipientList list) {
        return new RecipientList(list.id(), list.name(), sizes.get(list.id()).value());
    }
}
