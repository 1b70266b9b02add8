package vn.canhbao.core.receipt;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** How the links' receipts write message ids: proposed by what came in, accepted by an administrator. */
@Repository
public class LinkReceiptFormats {

    private final JdbcClient jdbc;

    public LinkReceiptFormats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<LinkReceiptFormat> all() {
        return jdbc.sql(
                        "SELECT link, accepted, accepted_by, accepted_at, proposed, matched, told FROM link_receipt_format")
                .query((row, n) -> new LinkReceiptFormat(
                        row.getString("link"),
                        row.getString("accepted"),
                        row.getString("accepted_by"),
                        Utc.instant(row, "accepted_at"),
                        row.getString("proposed"),
                        row.getInt("matched"),
                        row.getInt("told")))
                .list();
    }

    public void propose(String link, String format, int matched, int told, Instant now) {
        jdbc.sql("""
                        INSERT INTO link_receipt_format (link, proposed, matched, told, proposed_at) VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE proposed = VALUES(proposed), matched = VALUES(matched),
                            told = VALUES(told), proposed_at = VALUES(proposed_at)
                        """).params(link, format, matched, told, Utc.column(now)).update();
    }

    /** @param format {@code null}: as configured again. What was proposed is settled by it. */
    public void accept(String link, String format, String actor, Instant now) {
        jdbc.sql("""
                        INSERT INTO link_receipt_format (link, accepted, accepted_by, accepted_at) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE accepted = VALUES(accepted), accepted_by = VALUES(accepted_by),
                            accepted_at = VALUES(accepted_at), proposed = NULL, matched = NULL, told = NULL,
                            proposed_at = NULL
                        """).params(link, format, actor, Utc.column(now)).update();
    }
}
