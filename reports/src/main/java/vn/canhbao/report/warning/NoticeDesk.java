package vn.canhbao.report.warning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

/** What people say of a campaign to the outside: topic, kind, and whether it is published. */
@Component
@Transactional
public class NoticeDesk {

    private final Warnings warnings;
    private final AuditTrail audit;
    private final Clock clock;

    public NoticeDesk(Warnings warnings, AuditTrail audit, Clock clock) {
        this.warnings = warnings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Says what kind of warning a campaign is; {@link InvalidInput} names every field that is wrong. What is published
     * stays as it is until it is withdrawn.
     */
    public Notice describe(
            long campaignId, String topic, NoticeStatus status, NoticeType type, Long refersTo, String actor) {
        Notice before = warnings.notice(campaignId);
        if (before.publishedAt() != null) {
            throw new ConflictingState(
                    "Cảnh báo đang công bố: hãy gỡ trước khi sửa (it is published: withdraw it before you change it)");
        }
        String words = topic == null || topic.isBlank() ? null : topic.strip();
        NoticeType kind = type == null ? NoticeType.ALERT : type;
        List<FieldProblem> problems = problems(campaignId, words, kind, refersTo);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        Notice notice = new Notice(
                campaignId,
                words,
                status == null ? NoticeStatus.ACTUAL : status,
                kind,
                kind.refers() ? refersTo : null,
                null,
                null);
        warnings.put(notice);
        audit.record(actor, "NOTICE_DESCRIBED", "campaign " + campaignId, notice.type() + " " + notice.status());
        return warnings.notice(campaignId);
    }

    private List<FieldProblem> problems(long campaignId, String topic, NoticeType type, Long refersTo) {
        List<FieldProblem> problems = new ArrayList<>();
        if (topic != null && topic.length() > 200) {
            problems.add(new FieldProblem("topic", "nhiều nhất 200 ký tự (at most 200 characters)"));
        }
        if (type.refers() && (refersTo == null || refersTo == campaignId || !isApproved(refersTo))) {
            problems.add(
                    new FieldProblem(
                            "refersTo",
                            "phải là số của chiến dịch đã duyệt mà tin này đính chính (the approved campaign that this one is about)"));
        }
        return problems;
    }

    private boolean isApproved(long campaignId) {
        try {
            warnings.approved(campaignId);
            return true;
        } catch (NotFound none) {
            return false;
        }
    }

    /** Shows a warning on the public pages and in the feed: only what was sent, and no exercise. */
    public Notice publish(long campaignId, String actor) {
        Warning warning = warnings.approved(campaignId);
        if (warning.sent() == null) {
            throw new ConflictingState("Chưa gửi nên chưa công bố được (it is not sent yet: it can't be published)");
        }
        if (warning.notice().status() != NoticeStatus.ACTUAL) {
            throw new ConflictingState(
                    "Diễn tập, thử nghiệm không được công bố (an exercise or test is never published)");
        }
        if (warning.notice().publishedAt() != null) {
            return warning.notice();
        }
        put(warning.notice(), actor);
        audit.record(actor, "WARNING_PUBLISHED", "campaign " + campaignId, null);
        return warnings.notice(campaignId);
    }

    /** Takes a warning off the public pages. */
    public Notice withdraw(long campaignId, String actor) {
        Notice notice = warnings.notice(campaignId);
        warnings.put(
                new Notice(campaignId, notice.topic(), notice.status(), notice.type(), notice.refersTo(), null, null));
        audit.record(actor, "WARNING_WITHDRAWN", "campaign " + campaignId, null);
        return warnings.notice(campaignId);
    }

    private void put(Notice notice, String actor) {
        warnings.put(new Notice(
                notice.campaignId(),
                notice.topic(),
                notice.status(),
                notice.type(),
                notice.refersTo(),
                actor,
                clock.instant()));
    }
}
