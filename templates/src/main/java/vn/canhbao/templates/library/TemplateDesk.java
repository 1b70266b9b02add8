package vn.canhbao.templates.library;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotAllowed;

/**
 * The commands of authors and approvers: create, change, submit, approve, reject, retire. Only a draft changes; what was
 * submitted is approved as it was read or not at all, and a change of it is a new version.
 */
@Component
@Transactional
public class TemplateDesk {

    private final Templates templates;
    private final TemplateRules rules;
    private final AuditTrail audit;

    public TemplateDesk(Templates templates, TemplateRules rules, AuditTrail audit) {
        this.templates = templates;
        this.rules = rules;
        this.audit = audit;
    }

    /** A new template with its first version, a draft; {@link InvalidInput} names every field that is wrong. */
    public Template create(TemplateDraft draft, String author) {
        check(draft);
        long id = templates.add(draft, author);
        record(author, "TEMPLATE_CREATED", id, 1, draft.code());
        return templates.get(id);
    }

    /** Changes the draft, or makes a new version where the latest is none; the code stays. */
    public Template change(long id, TemplateDraft written, String author) {
        Template template = templates.get(id);
        TemplateDraft draft = new TemplateDraft(
                template.code(),
                written.name(),
                written.messageClass(),
                written.topic(),
                written.text(),
                written.unaccented(),
                written.placeholders());
        check(draft);
        int version = template.latestVersion();
        if (template.latestStatus() != VersionStatus.DRAFT || !templates.rewrite(id, version, draft, author)) {
            version++;
            templates.addVersion(id, version, draft, author);
        }
        templates.rename(id, draft);
        record(author, "TEMPLATE_CHANGED", id, version, null);
        return templates.get(id);
    }

    /** Asks for the approval of the latest version. */
    public Template submit(long id, String author) {
        Template template = templates.get(id);
        int version = template.latestVersion();
        if (!templates.submit(id, version, author)) {
            throw conflict(template, version, "trình duyệt (submit)");
        }
        record(author, "TEMPLATE_SUBMITTED", id, version, null);
        return templates.get(id);
    }

    /**
     * By another person than the one who wrote or submitted it; {@link NotAllowed} otherwise.
     *
     * @param version the one that was read, or {@code null}: the latest
     */
    public Template approve(long id, Integer version, String approver) {
        return decide(id, version, VersionStatus.APPROVED, approver, null);
    }

    public Template reject(long id, Integer version, String approver, String reason) {
        if (reason == null || reason.isBlank()) {
            throw InvalidInput.of("reason", "nêu lý do từ chối để người soạn sửa (a reason is needed)");
        }
        return decide(id, version, VersionStatus.REJECTED, approver, reason.strip());
    }

    private Template decide(long id, Integer read, VersionStatus decision, String approver, String reason) {
        Template template = templates.get(id);
        TemplateVersion version = templates.version(id, read == null ? template.latestVersion() : read);
        if (approver.equals(version.createdBy()) || approver.equals(version.submittedBy())) {
            throw new NotAllowed("Người soạn hoặc trình không được tự duyệt; nhờ người duyệt khác"
                    + " (who wrote or submitted a template can't approve it: ask another approver)");
        }
        if (!templates.decide(id, version.version(), decision, approver, reason)) {
            throw conflict(template, version.version(), "duyệt hoặc từ chối (approve or reject)");
        }
        record(approver, "TEMPLATE_" + decision, id, version.version(), reason);
        return templates.get(id);
    }

    /** No campaign may use it from now on; those drafted before keep their copy. */
    public Template retire(long id, String actor) {
        Template template = templates.get(id);
        if (templates.retire(id) == 0) {
            throw conflict(template, template.latestVersion(), "ngừng dùng (retire)");
        }
        record(actor, "TEMPLATE_RETIRED", id, template.latestVersion(), null);
        return templates.get(id);
    }

    private void check(TemplateDraft draft) {
        List<FieldProblem> problems = rules.problems(draft);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private ConflictingState conflict(Template template, int version, String verb) {
        return new ConflictingState("Bản " + version + " của mẫu đang ở trạng thái "
                + templates.version(template.id(), version).status() + ", không thể " + verb
                + " (not possible in this state)");
    }

    private void record(String actor, String action, long id, int version, String detail) {
        audit.record(actor, action, "template " + id + " v" + version, detail);
    }
}
