package vn.canhbao.templates.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.campaign.SenderId;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

/** The registrations at operators, one for each sender id or template version and operator; every change is audited. */
@Repository
@Transactional
public class Registrations {

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NOTE = 1_000;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    public Registrations(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first; {@code before} is the id of the last one seen, or {@code null}. */
    @Transactional(readOnly = true)
    public List<Registration> page(Long before, int limit) {
        return jdbc.sql("SELECT * FROM operator_registration WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(before == null ? Long.MAX_VALUE : before, limit)
                .query(Registrations::registration)
                .list();
    }

    /** The registration, or {@link NotFound}. */
    @Transactional(readOnly = true)
    public Registration get(long id) {
        return jdbc.sql("SELECT * FROM operator_registration WHERE id = ?")
                .param(id)
                .query(Registrations::registration)
                .optional()
                .orElseThrow(() -> new NotFound("Không có đăng ký số " + id + " (no registration " + id + ")"));
    }

    /** Of a sender id, and, where there is one, of a template's version, at every operator. */
    @Transactional(readOnly = true)
    public List<Registration> of(String senderId, Long templateId, Integer templateVersion) {
        return jdbc.sql("""
                        SELECT * FROM operator_registration WHERE kind = 'SENDER_ID' AND sender_id = ?
                            OR kind = 'TEMPLATE' AND template_id = ? AND template_version = ?
                        """)
                .params(
                        capitals(senderId),
                        Objects.requireNonNullElse(templateId, 0L),
                        Objects.requireNonNullElse(templateVersion, 0))
                .query(Registrations::registration)
                .list();
    }

    public Registration create(RegistrationDraft draft, String actor) {
        List<FieldProblem> problems = problems(draft);
        boolean ofSender = draft.senderId() != null && !draft.senderId().isBlank();
        if (ofSender == (draft.templateId() != null)) {
            problems.add(new FieldProblem("senderId", "chọn tên người gửi hoặc mẫu tin (a sender id or a template)"));
        } else if (ofSender) {
            SenderId.problem(draft.senderId().strip())
                    .ifPresent(problem -> problems.add(new FieldProblem("senderId", problem)));
        } else if (draft.templateVersion() == null || !exists(draft.templateId(), draft.templateVersion())) {
            problems.add(
                    new FieldProblem("templateVersion", "mẫu không có bản này (the template has no such version)"));
        }
        if (draft.operator() == null || !operatorExists(draft.operator())) {
            problems.add(new FieldProblem("operator", "không có nhà mạng này; dùng mã như VIETTEL (no such operator)"));
        }
        refuse(problems);
        var key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                            INSERT INTO operator_registration (operator_code, kind, sender_id, template_id, template_version,
                                number, status, applied_on, valid_from, valid_until, note, changed_by, changed_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            draft.operator(),
                            (ofSender ? RegistrationKind.SENDER_ID : RegistrationKind.TEMPLATE).name(),
                            ofSender ? capitals(draft.senderId()) : "",
                            ofSender ? 0L : draft.templateId(),
                            ofSender ? 0 : draft.templateVersion(),
                            draft.number(),
                            status(draft).name(),
                            draft.appliedOn(),
                            draft.validFrom(),
                            draft.validUntil(),
                            draft.note(),
                            actor,
                            Utc.column(clock.instant()))
                    .update(key, "id");
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.of("operator", "đã có đăng ký này tại nhà mạng, hãy sửa nó (it exists: change it)");
        }
        long id = key.getKey().longValue();
        audit.record(actor, "REGISTRATION_CREATED", "registration " + id, draft.operator() + " " + status(draft));
        return get(id);
    }

    /** Number, status, dates and note; what is registered where stays. */
    public Registration change(long id, RegistrationDraft draft, String actor) {
        Registration before = get(id);
        refuse(problems(draft));
        jdbc.sql("""
                        UPDATE operator_registration SET number = ?, status = ?, applied_on = ?, valid_from = ?, valid_until = ?,
                            note = ?, changed_by = ?, changed_at = ? WHERE id = ?
                        """)
                .params(
                        draft.number(),
                        status(draft).name(),
                        draft.appliedOn(),
                        draft.validFrom(),
                        draft.validUntil(),
                        draft.note(),
                        actor,
                        Utc.column(clock.instant()),
                        id)
                .update();
        audit.record(actor, "REGISTRATION_CHANGED", "registration " + id, before.status() + " -> " + status(draft));
        return get(id);
    }

    private static List<FieldProblem> problems(RegistrationDraft draft) {
        List<FieldProblem> problems = new ArrayList<>();
        if (draft.number() != null && draft.number().length() > LONGEST_NUMBER) {
            problems.add(new FieldProblem("number", "nhiều nhất 100 ký tự (at most 100 characters)"));
        }
        if (draft.note() != null && draft.note().length() > LONGEST_NOTE) {
            problems.add(new FieldProblem("note", "nhiều nhất 1000 ký tự (at most 1000 characters)"));
        }
        LocalDate from = draft.validFrom();
        if (from != null && draft.validUntil() != null && draft.validUntil().isBefore(from)) {
            problems.add(
                    new FieldProblem("validUntil", "trước ngày bắt đầu; sửa một trong hai ngày (before validFrom)"));
        }
        return problems;
    }

    private static RegistrationStatus status(RegistrationDraft draft) {
        return Objects.requireNonNullElse(draft.status(), RegistrationStatus.APPLIED);
    }

    private boolean exists(long templateId, int version) {
        return jdbc.sql("SELECT COUNT(*) FROM template_version WHERE template_id = ? AND version = ?")
                        .params(templateId, version)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean operatorExists(String code) {
        return jdbc.sql("SELECT COUNT(*) FROM operator WHERE code = ?")
                        .param(code)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static String capitals(String senderId) {
        return senderId.strip().toUpperCase(Locale.ROOT);
    }

    private static Registration registration(ResultSet row, int n) throws SQLException {
        RegistrationKind kind = RegistrationKind.valueOf(row.getString("kind"));
        boolean ofSender = kind == RegistrationKind.SENDER_ID;
        return new Registration(
                row.getLong("id"),
                row.getString("operator_code"),
                kind,
                ofSender ? row.getString("sender_id") : null,
                ofSender ? null : row.getLong("template_id"),
                ofSender ? null : row.getInt("template_version"),
                row.getString("number"),
                RegistrationStatus.valueOf(row.getString("status")),
                row.getObject("applied_on", LocalDate.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("note"),
                row.getString("changed_by"),
                Utc.instant(row, "changed_at"));
    }
}
