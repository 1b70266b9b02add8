package vn.canhbao.core.recipient;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds recipients by number or by part of their name. */
@Repository
public class RecipientSearch {

    private static final int SHORTEST_PART = 3;

    private final JdbcClient jdbc;

    public RecipientSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of those who fit, the lowest first. {@code words}: a number however written, or a part of a name. */
    public List<Long> ids(String words, int limit) {
        String digits = words.replaceAll("[\\s.()+-]", "");
        if (digits.matches("\\d{9,}")) {
            String national = digits.startsWith("84") ? digits.substring(2) : digits.replaceFirst("^0", "");
            return jdbc.sql("SELECT id FROM recipient WHERE msisdn = ?")
                    .param("84" + national)
                    .query(Long.class)
                    .list();
        }
        String part = words.strip();
        return part.length() < SHORTEST_PART
                ? List.of()
                : jdbc.sql("SELECT id FROM recipient WHERE LOWER(full_name) LIKE ? ORDER BY id LIMIT ?")
                        .params("%" + escaped(part.toLowerCase()) + "%", limit)
                        .query(Long.class)
                        .list();
    }

    private static String escaped(String part) {
        return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
