package vn.canhbao.templates.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.core.text.Unaccented;
import vn.canhbao.templates.Placeholder;

/** The tables of templates and their versions. */
@Repository
public class Templates {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SELECT = """
            SELECT t.*, v.version AS latest_version, v.status AS latest_status,
                (SELECT MAX(a.version) FROM template_version a WHERE a.template_id = t.id AND a.status = 'APPROVED') AS approved_version
            FROM template t JOIN template_version v ON v.template_id = t.id
                AND v.version = (SELECT MAX(n.version) FROM template_version n WHERE n.template_id = t.id)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Templates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Template> find(long id) {
        return jdbc.sql(SELECT + "WHERE t.id = ?")
                .param(id)
                .query(Templates::template)
                .optional();
    }

    /** The template, or {@link NotFound}. */
    public Template get(long id) {
        return find(id).orElseThrow(() -> new NotFound("Không có mẫu tin số " + id + " (no template " + id + ")"));
    }

    /**
     * By code; {@code after} is the last one seen, or {@code null} for the first page.
     *
     * @param status of the latest version, or {@code null}: any; {@code APPROVED} finds what campaigns can use
     */
    public List<Template> page(String search, String topic, VersionStatus status, String after, int limit) {
        String inner = SELECT + "WHERE t.code > :after AND t.search_name LIKE :search ESCAPE '!'"
                + (topic == null ? "" : " AND t.topic = :topic");
        return jdbc.sql("SELECT * FROM (" + inner + ") found"
                        + (status == null
                                ? ""
                                : status == VersionStatus.APPROVED
                                        ? " WHERE approved_version IS NOT NULL"
                                        : " WHERE latest_status = :status")
                        + " ORDER BY code LIMIT :limit")
                .param("after", after == null ? "" : after)
                .param("search", "%" + folded(search == null ? "" : search).replaceAll("[!%_]", "!$0") + "%")
                .param("topic", topic)
                .param("status", status == null ? null : status.name())
                .param("limit", limit)
                .query(Templates::template)
                .list();
    }

    /** The newest first. */
    public List<TemplateVersion> versions(long id) {
        return jdbc.sql("SELECT * FROM template_version WHERE template_id = ? ORDER BY version DESC")
                .param(id)
                .query(Templates::version)
                .list();
    }

    /** The version, or {@link NotFound}. */
    public TemplateVersion version(long id, int version) {
        return jdbc.sql("SELECT * FROM template_version WHERE template_id = ? AND version = ?")
                .params(id, version)
                .query(Templates::version)
                .optional()
                .orElseThrow(
                        () -> new NotFound("Mẫu tin số " + id + " không có bản " + version + " (no such version)"));
    }

    /** The version that campaigns copy; empty where none is approved. */
    public Optional<TemplateVersion> approved(long id) {
        return jdbc.sql("""
                        SELECT * FROM template_version WHERE template_id = ? AND status = 'APPROVED'
                        ORDER BY version DESC LIMIT 1
                        """).param(id).query(Templates::version).optional();
    }

    public boolean exists(String code) {
        return jdbc.sql("SELECT COUNT(*) FROM template WHERE code = ?")
                        .param(code)
                        .query(Long.class)
                        .single()
                > 0;
    }

    long add(TemplateDraft draft, String author) {
        var key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                            INSERT INTO template (code, name, message_class, topic, search_name, created_by, created_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            draft.code(),
                            draft.name(),
                            draft.messageClass().name(),
                            draft.topic(),
                            searchName(draft.code(), draft.name()),
                            author,
                            Utc.column(clock.instant()))
                    .update(key, "id");
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.of("code", "đã có mẫu mang mã này, chọn mã khác (this code is taken: choose another)");
        }
        long id = key.getKey().longValue();
        addVersion(id, 1, draft, author);
        return id;
    }

    void addVersion(long id, int version, TemplateDraft draft, String author) {
        jdbc.sql("""
                        INSERT INTO template_version (template_id, version, text, unaccented, placeholders, status, created_by,
                            created_at)
                        VALUES (?, ?, ?, ?, ?, 'DRAFT', ?, ?)
                        """)
                .params(
                        id,
                        version,
                        draft.text(),
                        draft.unaccented(),
                        JSON.writeValueAsString(draft.placeholders()),
                        author,
                        Utc.column(clock.instant()))
                .update();
    }

    /** Name, class and topic of the template. */
    void rename(long id, TemplateDraft draft) {
        jdbc.sql("UPDATE template SET name = ?, message_class = ?, topic = ?, search_name = ? WHERE id = ?")
                .params(
                        draft.name(),
                        draft.messageClass().name(),
                        draft.topic(),
                        searchName(get(id).code(), draft.name()),
                        id)
                .update();
    }

    /** {@code false} if it is no draft any more. */
    boolean rewrite(long id, int version, TemplateDraft draft, String author) {
        return jdbc.sql("""
                                UPDATE template_version SET text = ?, unaccented = ?, placeholders = ?, created_by = ?,
                                    created_at = ? WHERE template_id = ? AND version = ? AND status = 'DRAFT'
                                """)
                        .params(
                                draft.text(),
                                draft.unaccented(),
                                JSON.writeValueAsString(draft.placeholders()),
                                author,
                                Utc.column(clock.instant()),
                                id,
                                version)
                        .update()
                == 1;
    }

    boolean submit(long id, int version, String author) {
        return jdbc.sql("""
                                UPDATE template_version SET status = 'SUBMITTED', submitted_by = ?, submitted_at = ?
                                WHERE template_id = ? AND version = ? AND status = 'DRAFT'
                                """)
                        .params(author, Utc.column(clock.instant()), id, version)
                        .update()
                == 1;
    }

    /** Approves or rejects; {@code false} if it is not submitted any more. */
    boolean decide(long id, int version, VersionStatus decision, String approver, String reason) {
        return jdbc.sql("""
                                UPDATE template_version SET status = ?, decided_by = ?, decided_at = ?, reason = ?
                                WHERE template_id = ? AND version = ? AND status = 'SUBMITTED'
                                """)
                        .params(decision.name(), approver, Utc.column(clock.instant()), reason, id, version)
                        .update()
                == 1;
    }

    /** How many versions were retired: every one that still could be used or become so. */
    int retire(long id) {
        return jdbc.sql("UPDATE template_version SET status = 'RETIRED' WHERE template_id = :id AND status IN (:from)")
                .param("id", id)
                .param(
                        "from",
                        Arrays.stream(VersionStatus.values())
                                .filter(status -> status.canTransitionTo(VersionStatus.RETIRED))
                                .map(Enum::name)
                                .toList())
                .update();
    }

    private static String searchName(String code, String name) {
        return folded(code + " " + name);
    }

    private static String folded(String text) {
        return Unaccented.of(text).toLowerCase(Locale.ROOT);
    }

    private static Template template(ResultSet row, int n) throws SQLException {
        return new Template(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                MessageClass.valueOf(row.getString("message_class")),
                row.getString("topic"),
                row.getString("created_by"),
                Utc.instant(row, "created_at"),
                row.getInt("latest_version"),
                VersionStatus.valueOf(row.getString("latest_status")),
                row.getObject("approved_version", Integer.class));
    }

    private static TemplateVersion version(ResultSet row, int n) throws SQLException {
        Instant createdAt = Utc.instant(row, "created_at");
        return new TemplateVersion(
                row.getLong("template_id"),
                row.getInt("version"),
                row.getString("text"),
                row.getString("unaccented"),
                List.of(JSON.readValue(row.getString("placeholders"), Placeholder[].class)),
                VersionStatus.valueOf(row.getString("status")),
                row.getString("created_by"),
                createdAt,
                row.getString("submitted_by"),
                Utc.instant(row, "submitted_at"),
                row.getString("decided_by"),
                Utc.instant(row, "decided_at"),
                row.getString("reason"));
    }
}
