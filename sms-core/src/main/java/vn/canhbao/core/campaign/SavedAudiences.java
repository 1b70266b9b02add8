package vn.canhbao.core.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

/** The saved audiences; campaigns copy their definitions, so that a change or deletion reaches later drafts only. */
@Repository
@Transactional
public class SavedAudiences {

    private static final int NAME_LENGTH = 200;
    private static final int DEFINITION_LENGTH = 8_000;

    private final JdbcClient jdbc;
    private final AudienceRules rules;
    private final AuditTrail audit;
    private final Clock clock;

    public SavedAudiences(JdbcClient jdbc, AudienceRules rules, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** The audience, or {@link NotFound}. */
    @Transactional(readOnly = true)
    public SavedAudience get(long id) {
        return jdbc.sql("SELECT * FROM audience WHERE id = ?")
                .param(id)
                .query(SavedAudiences::audience)
                .optional()
                .orElseThrow(() -> missing(id));
    }

    /** Newest first; {@code before} is the id of the last one seen, or {@code null}. */
    @Transactional(readOnly = true)
    public List<SavedAudience> page(Long before, int limit) {
        return jdbc.sql("SELECT * FROM audience WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(before == null ? Long.MAX_VALUE : before, limit)
                .query(SavedAudiences::audience)
                .list();
    }

    /** A new one; {@link InvalidInput} names every field that is wrong. */
    public SavedAudience create(String name, AudienceDefinition definition, String author) {
        String clean = checked(name, definition);
        var now = Utc.column(clock.instant());
        var key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                            INSERT INTO audience (name, definition, created_by, created_at, changed_by, changed_at)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """)
                    .params(clean, NarrowingJson.write(definition), author, now, author, now)
                    .update(key, "id");
        } catch (DuplicateKeyException taken) {
            throw taken(clean);
        }
        long id = key.getKey().longValue();
        audit.record(author, "AUDIENCE_CREATED", "audience " + id, clean);
        return get(id);
    }

    /** Another name or definition, for campaigns that are drafted from now on. */
    public SavedAudience change(long id, String name, AudienceDefinition definition, String author) {
        get(id);
        String clean = checked(name, definition);
        try {
            jdbc.sql("UPDATE audience SET name = ?, definition = ?, changed_by = ?, changed_at = ? WHERE id = ?")
                    .params(clean, NarrowingJson.write(definition), author, Utc.column(clock.instant()), id)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw taken(clean);
        }
        audit.record(author, "AUDIENCE_CHANGED", "audience " + id, clean);
        return get(id);
    }

    public void delete(long id, String author) {
        if (jdbc.sql("DELETE FROM audience WHERE id = ?").param(id).update() == 0) {
            throw missing(id);
        }
        audit.record(author, "AUDIENCE_DELETED", "audience " + id, null);
    }

    private String checked(String name, AudienceDefinition definition) {
        String clean = name == null ? "" : Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        List<FieldProblem> problems = new ArrayList<>();
        if (clean.isEmpty() || clean.length() > NAME_LENGTH) {
            problems.add(new FieldProblem("name", "nhập tên, nhiều nhất 200 ký tự (a name, at most 200 characters)"));
        }
        problems.addAll(rules.problems(definition, ""));
        if (NarrowingJson.write(definition).length() > DEFINITION_LENGTH) {
            problems.add(
                    new FieldProblem(
                            "recipientListIds",
                            "quá nhiều mục; chọn đơn vị cấp trên, tỉnh, hoặc gộp danh sách (too many entries: choose parent units, provinces, or join lists)"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return clean;
    }

    private static InvalidInput taken(String name) {
        return InvalidInput.of(
                "name", "Đã có đối tượng tên “" + name + "”, hãy chọn tên khác (this name is taken, choose another)");
    }

    private static NotFound missing(long id) {
        return new NotFound("Không có đối tượng lưu số " + id + " (no saved audience " + id + ")");
    }

    private static SavedAudience audience(ResultSet row, int n) throws SQLException {
        return new SavedAudience(
                row.getLong("id"),
                row.getString("name"),
                NarrowingJson.readDefinition(row.getString("definition")),
                row.getString("created_by"),
                Utc.instant(row, "created_at"),
                row.getString("changed_by"),
                Utc.instant(row, "changed_at"));
    }
}
