package vn.canhbao.core.recipient;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists and their members. */
@Repository
public class RecipientLists {

    private final JdbcClient jdbc;

    public RecipientLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new, empty list; {@link vn.canhbao.core.problem.InvalidInput} where the name is blank or taken. */
    public RecipientList create(String name, String author) {
        throw new UnsupportedOperationException("recipient helper");
    }

    /** The list, or {@link vn.canhbao.core.problem.NotFound}. */
    public RecipientList get(long id) {
        throw new UnsupportedOperationException("recipient helper");
    }

    /** Newest first; {@code before} is the id of the last one seen, or {@code null}. */
    public List<RecipientList> page(Long before, int limit) {
        throw new UnsupportedOperationException("recipient helper");
    }
}
