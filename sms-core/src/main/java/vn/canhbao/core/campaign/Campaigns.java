package vn.canhbao.core.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.NotFound;

/** The campaign table with its audience and approvals. */
@Repository
public class Campaigns {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Campaigns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Campaign> find(long id) {
        return jdbc.sql("SELECT * FROM campaign WHERE id = ?")
                .param(id)
                .query(Campaigns::campaign)
                .optional();
    }

    /** The campaign, or {@link NotFound}. */
    public Campaign get(long id) {
        return find(id).orElseThrow(() -> NotFound.campaign(id));
    }

    /** Newest first, without test sends; {@code before} is the id of the last one seen, or {@code null} for the first page. */
    public List<Campaign> page(Long before, int limit) {
        return jdbc.sql("SELECT * FROM campaign WHERE id < ? AND test_of IS NULL ORDER BY id DESC LIMIT ?")
                .params(before == null ? Long.MAX_VALUE : before, limit)
                .query(Campaigns::campaign)
                .list();
    }

    public List<Campaign> withStatus(CampaignStatus status) {
        return jdbc.sql("SELECT * FROM campaign WHERE status = ? ORDER BY id")
                .param(status.name())
                .query(Campaigns::campaign)
                .list();
    }

    /** Those that correct or recall this one, the oldest first. */
    public List<Long> corrections(long id) {
        return jdbc.sql("SELECT id FROM campaign WHERE corrects_id = ? ORDER BY id")
                .param(id)
                .query(Long.class)
                .list();
    }

    /** The version of its template that the campaign's text was copied from; empty for a text as written. */
    public Optional<Integer> templateVersion(long id) {
        return jdbc.sql("SELECT template_version FROM campaign WHERE id = ? AND template_version IS NOT NULL")
                .param(id)
                .query(Integer.class)
                .optional();
    }

    public Audience audience(long id) {
        Long corrected = get(id).handling().correctsId();
        return corrected != null
                ? Audience.whoMayHaveReceived(corrected)
                : new Audience(targets(id, "LIST"), targets(id, "UNIT"), new AudienceParts(jdbc).ofCampaign(id))
                        .forCampaign(id);
    }

    /** Whom one of its waves addresses. */
    public Audience audience(Wave wave) {
        if (new Retries(jdbc, clock).isRetry(wave.id())) {
            return Audience.chosenFor(wave.id());
        }
        List<Long> units = wave.narrowing().unitIds();
        // Who was addressed already needs no second look into a list of a million.
        Audience whole =
                wave.reminder() && !units.isEmpty() ? new Audience(List.of(), units) : audience(wave.campaignId());
        return whole.narrowedBy(wave.narrowing().forCampaign(wave.campaignId()));
    }

    private List<Long> targets(long id, String kind) {
        return jdbc.sql("SELECT target_id FROM campaign_audience WHERE campaign_id = ? AND kind = ? ORDER BY target_id")
                .params(id, kind)
                .query(Long.class)
                .list();
    }

    /** Moves a campaign on if its status still allows the move; {@code false} if it doesn't. */
    public boolean transition(long id, CampaignStatus next) {
        List<String> from = Arrays.stream(CampaignStatus.values())
                .filter(status -> status != next && status.canTransitionTo(next))
                .map(Enum::name)
                .toList();
        Instant finishedAt =
                next == CampaignStatus.FINISHED || next == CampaignStatus.CANCELLED ? clock.instant() : null;
        return jdbc.sql("""
                                UPDATE campaign SET status = :next, finished_at = COALESCE(:finishedAt, finished_at),
                                    pause_reason = NULL
                                WHERE id = :id AND status IN (:from)
                                """)
                        .param("next", next.name())
                        .param("finishedAt", Utc.column(finishedAt))
                        .param("id", id)
                        .param("from", from)
                        .update()
                == 1;
    }

    /** A finished campaign runs again, for a retry or a reminder that a person asked for; others stay as they are. */
    void reopen(long id) {
        jdbc.sql("UPDATE campaign SET status = 'RUNNING', finished_at = NULL WHERE id = ? AND status = 'FINISHED'")
                .param(id)
                .update();
    }

    long add(CampaignDraft draft, DraftText made, String author) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO campaign (name, message_class, template_id, template_version, text, text_form, source, sender_id,
                            validity_seconds, unanswered_policy, status, created_by, created_at, urgent, exercise, corrects_id, author_values)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        draft.name().strip(),
                        draft.messageClass().name(),
                        draft.templateId(),
                        made.templateVersion(),
                        made.text(),
                        (draft.textForm() == null ? TextForm.ACCENTED : draft.textForm()).name(),
                        draft.source().strip(),
                        draft.senderId(),
                        draft.validity().toSeconds(),
                        draft.unansweredPolicy().name(),
                        author,
                        Utc.column(clock.instant()),
                        draft.handling().urgent(),
                        draft.handling().exercise(),
                        draft.handling().correctsId(),
                        AuthorValues.write(draft.values()))
                .update(key, "id");
        long id = key.getKey().longValue();
        addAudience(id, draft.audience());
        return id;
    }

    private void addAudience(long id, Audience audience) {
        addTargets(id, "LIST", audience.recipientListIds());
        addTargets(id, "UNIT", audience.unitIds());
        new AudienceParts(jdbc).add(id, audience.parts());
    }

    /** What the author filled into the template. */
    public Map<String, String> values(long id) {
        return jdbc.sql("SELECT author_values FROM campaign WHERE id = ? AND author_values IS NOT NULL")
                .param(id)
                .query(String.class)
                .optional()
                .map(AuthorValues::read)
                .orElse(Map.of());
    }

    /** Everything of a campaign but who wrote it, and its waves; {@code false} where an approver has it before them. */
    boolean rewrite(long id, CampaignDraft draft, DraftText made, String author) {
        int rows = jdbc.sql("""
                        UPDATE campaign SET name = ?, message_class = ?, template_id = ?, template_version = ?, text = ?, text_form = ?,
                            source = ?, sender_id = ?, validity_seconds = ?, unanswered_policy = ?, urgent = ?, exercise = ?,
                            author_values = ?
                        WHERE id = ? AND status IN ('DRAFT', 'REJECTED')
                        """)
                .params(
                        draft.name().strip(),
                        draft.messageClass().name(),
                        draft.templateId(),
                        made.templateVersion(),
                        made.text(),
                        (draft.textForm() == null ? TextForm.ACCENTED : draft.textForm()).name(),
                        draft.source().strip(),
                        draft.senderId(),
                        draft.validity().toSeconds(),
                        draft.unansweredPolicy().name(),
                        draft.handling().urgent(),
                        draft.handling().exercise(),
                        AuthorValues.write(draft.values()),
                        id)
                .update();
        if (rows == 0) {
            return false;
        }
        // What was estimated was estimated of another text or audience.
        for (String of : List.of("campaign_audience", "campaign_audience_part", "campaign_estimate")) {
            jdbc.sql("DELETE FROM " + of + " WHERE campaign_id = ?").param(id).update();
        }
        addAudience(id, draft.audience());
        if (!isReviser(id, author)) {
            jdbc.sql("INSERT INTO campaign_reviser (campaign_id, username) VALUES (?, ?)")
                    .params(id, author)
                    .update();
        }
        return true;
    }

    boolean isReviser(long id, String person) {
        return jdbc.sql("SELECT COUNT(*) FROM campaign_reviser WHERE campaign_id = ? AND username = ?")
                        .params(id, person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Who changed it after it was written. */
    public List<String> revisers(long id) {
        return jdbc.sql("SELECT username FROM campaign_reviser WHERE campaign_id = ? ORDER BY username")
                .param(id)
                .query(String.class)
                .list();
    }

    private void addTargets(long id, String kind, List<Long> targets) {
        targets.stream()
                .distinct()
                .forEach(target -> jdbc.sql(
                                "INSERT INTO campaign_audience (campaign_id, kind, target_id) VALUES (?, ?, ?)")
                        .params(id, kind, target)
                        .update());
    }

    void markSubmitted(long id, String author) {
        jdbc.sql("UPDATE campaign SET submitted_by = ?, submitted_at = ? WHERE id = ?")
                .params(author, Utc.column(clock.instant()), id)
                .update();
        new Submissions(jdbc, clock).add(id, author);
    }

    void addApproval(long id, String decision, String reason, String approver) {
        jdbc.sql("INSERT INTO approval (campaign_id, decision, reason, decided_by, decided_at) VALUES (?, ?, ?, ?, ?)")
                .params(id, decision, reason, approver, Utc.column(clock.instant()))
                .update();
    }

    private static Campaign campaign(ResultSet row, int n) throws SQLException {
        return new Campaign(
                row.getLong("id"),
                row.getString("name"),
                MessageClass.valueOf(row.getString("message_class")),
                row.getObject("template_id", Long.class),
                row.getString("text"),
                TextForm.valueOf(row.getString("text_form")),
                row.getString("source"),
                row.getString("sender_id"),
                Duration.ofSeconds(row.getLong("validity_seconds")),
                UnansweredPolicy.valueOf(row.getString("unanswered_policy")),
                CampaignStatus.valueOf(row.getString("status")),
                row.getString("created_by"),
                Utc.instant(row, "created_at"),
                row.getString("submitted_by"),
                Utc.instant(row, "submitted_at"),
                Utc.instant(row, "finished_at"),
                row.getBoolean("automatic"),
                row.getString("pause_reason"),
                new Handling(
                        row.getBoolean("urgent"),
                        row.getBoolean("exercise"),
                        row.getObject("corrects_id", Long.class)));
    }
}
