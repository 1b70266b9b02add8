package vn.canhbao.core.protection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.calendar.WorkingDays;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.recipient.ErasedNumbers;
import vn.canhbao.core.recipient.Msisdn;
import vn.canhbao.core.recipient.MsisdnParser;
import vn.canhbao.core.recipient.NameWords;
import vn.canhbao.core.recipient.ParsedMsisdn;
import vn.canhbao.core.recipient.SearchWords;
import vn.canhbao.core.recipient.SuppressionReason;
import vn.canhbao.core.recipient.Suppressions;

/** Takes persons' requests and carries them out; every step is audited by the request's number, never the person's. */
@Component
@EnableConfigurationProperties(ProtectionSettings.class)
public class DataRequestDesk {

    private static final int REQUESTER_LENGTH = 200;
    private static final int TEXT_LENGTH = 1000;
    private static final int WAITING_LENGTH = 500;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final DataRequests requests;
    private final PersonErasure erasure;
    private final PersonData data;
    private final ErasedNumbers erased;
    private final Suppressions suppressions;
    private final Operators operators;
    private final WorkingDays workingDays;
    private final ProtectionSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    public DataRequestDesk(
            JdbcClient jdbc,
            TransactionOperations transaction,
            DataRequests requests,
            PersonErasure erasure,
            PersonData data,
            ErasedNumbers erased,
            Suppressions suppressions,
            Operators operators,
            WorkingDays workingDays,
            ProtectionSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.requests = requests;
        this.erasure = erasure;
        this.data = data;
        this.erased = erased;
        this.suppressions = suppressions;
        this.operators = operators;
        this.workingDays = workingDays;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Enters a request; its clock runs from the day after it came.
     *
     * @param number as people write it
     * @param receivedOn {@code null}: today
     */
    public DataRequest enter(
            RequestKind kind, String number, String requester, LocalDate receivedOn, String note, String actor) {
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate today = today();
        LocalDate received = receivedOn == null ? today : receivedOn;
        if (kind == null) {
            problems.add(new FieldProblem("kind", "chọn ACCESS, CORRECT hoặc ERASE (choose one)"));
        }
        if (requester == null || requester.isBlank() || requester.strip().length() > REQUESTER_LENGTH) {
            problems.add(new FieldProblem(
                    "requester",
                    "ghi ai yêu cầu và cách xác minh, nhiều nhất 200 ký tự (who asks and how they were verified)"));
        }
        if (received.isAfter(today)) {
            problems.add(new FieldProblem("receivedOn", "ngày nhận ở tương lai (a day in the future)"));
        }
        if (note != null && note.length() > TEXT_LENGTH) {
            problems.add(new FieldProblem("note", "nhiều nhất 1000 ký tự (at most 1000 characters)"));
        }
        ParsedMsisdn parsed = new MsisdnParser(operators.prefixes()).parse(number);
        if (parsed instanceof ParsedMsisdn.Refused refused) {
            problems.add(new FieldProblem("number", refused.reason()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        String msisdn = ((ParsedMsisdn.Mobile) parsed).msisdn().digits();
        return requests.get(transaction.execute(status -> {
            var key = new GeneratedKeyHolder();
            jdbc.sql("""
                            INSERT INTO data_request (kind, msisdn, number_hash, requester, received_on, answer_due, due_on,
                                status, note, created_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?)
                            """)
                    .params(
                            kind.name(),
                            msisdn,
                            erased.hash(msisdn),
                            requester.strip(),
                            received,
                            workingDays.after(received, settings.answerDays()),
                            workingDays.after(received, settings.days(kind)),
                            note == null || note.isBlank() ? null : note.strip(),
                            actor,
                            Utc.column(clock.instant()))
                    .update(key, "id");
            long id = key.getKey().longValue();
            audit.record(actor, "DATA_REQUEST_ENTERED", "data request " + id, kind.name());
            return id;
        }));
    }

    /** The person's data, for the eyes of whoever handles the request; looking is audited. */
    public Map<String, List<Map<String, Object>>> show(long id, String actor) {
        Msisdn number = number(requests.get(id));
        audit.record(actor, "PERSONAL_DATA_SHOWN", "data request " + id, null);
        return data.of(number);
    }

    /** The same for a copy that leaves the office. */
    public Map<String, List<Map<String, Object>>> export(long id, String actor) {
        Msisdn number = number(requests.get(id));
        audit.record(actor, "PERSONAL_DATA_EXPORTED", "data request " + id, null);
        return data.of(number);
    }

    /** Notes that the person has been answered, today. */
    public DataRequest answer(long id, String actor) {
        open(requests.get(id));
        return change(
                id,
                actor,
                "DATA_REQUEST_ANSWERED",
                null,
                () -> jdbc.sql("UPDATE data_request SET answered_on = COALESCE(answered_on, ?) WHERE id = ?")
                        .params(today(), id)
                        .update());
    }

    /** Corrects the person's name, everywhere it is looked up by. */
    public DataRequest correct(long id, String fullName, String actor) {
        DataRequest request = open(requests.get(id));
        if (fullName == null || fullName.isBlank() || fullName.strip().length() > REQUESTER_LENGTH) {
            throw InvalidInput.of("fullName", "nhập họ tên, nhiều nhất 200 ký tự (a name, at most 200 characters)");
        }
        String number = number(request).digits();
        return change(id, actor, "PERSONAL_DATA_CORRECTED", "full name", () -> {
            jdbc.sql(NameWords.CHANGING.formatted("r.msisdn = ?")).param(number).update();
            int corrected = jdbc.sql(
                            "UPDATE recipient SET full_name = ?, search_name = ?, updated_at = ? WHERE msisdn = ?")
                    .params(fullName.strip(), SearchWords.folded(fullName.strip()), Utc.column(clock.instant()), number)
                    .update();
            if (corrected == 0) {
                throw new ConflictingState("Số này không có trong danh bạ (the number is no recipient's)");
            }
        });
    }

    /**
     * Erases the person. Where a message or a file is still under way the request waits, the number suppressed, and is
     * tried again by {@link #goOn}.
     */
    public DataRequest erase(long id, String actor) {
        DataRequest request = open(requests.get(id));
        if (request.kind() != RequestKind.ERASE) {
            throw new ConflictingState("Yêu cầu này không phải là yêu cầu xóa (not a request to erase)");
        }
        Msisdn number = number(request);
        // First of all nothing more is sent: what is prepared is dropped at its claim.
        suppressions.add(number, SuppressionReason.DATA_PROTECTION.name(), null, actor);
        List<String> reasons = erasure.waitsFor(number);
        if (!reasons.isEmpty()) {
            String waiting = String.join("; ", reasons);
            return change(
                    id,
                    actor,
                    "ERASURE_WAITS",
                    null,
                    () -> jdbc.sql("UPDATE data_request SET status = 'WAITING', waiting_for = ? WHERE id = ?")
                            .params(waiting.substring(0, Math.min(waiting.length(), WAITING_LENGTH)), id)
                            .update());
        }
        erasure.erase(number, "x" + id, actor);
        return close(id, RequestStatus.DONE, "đã xóa (erased)", "PERSON_ERASED", actor);
    }

    /** Tries again what waits. */
    public void goOn() {
        for (DataRequest request : requests.waiting()) {
            if (erasure.waitsFor(number(request)).isEmpty()) {
                erase(request.id(), "canhbao");
            }
        }
    }

    /** Closes a request that was carried out: shown, handed over, corrected. */
    public DataRequest done(long id, String outcome, String actor) {
        DataRequest request = open(requests.get(id));
        if (request.kind() == RequestKind.ERASE) {
            throw new ConflictingState("Yêu cầu xóa chỉ đóng khi đã xóa (a request to erase is closed by erasing)");
        }
        return close(id, RequestStatus.DONE, text(outcome), "DATA_REQUEST_DONE", actor);
    }

    /** Closes a request that is not followed, with the reason that the person is told. */
    public DataRequest refuse(long id, String why, String actor) {
        open(requests.get(id));
        return close(id, RequestStatus.REFUSED, text(why), "DATA_REQUEST_REFUSED", actor);
    }

    private DataRequest close(long id, RequestStatus status, String outcome, String action, String actor) {
        return change(
                id,
                actor,
                action,
                null,
                () -> jdbc.sql("""
                        UPDATE data_request SET status = ?, outcome = ?, waiting_for = NULL,
                            answered_on = COALESCE(answered_on, ?), closed_by = ?, closed_at = ? WHERE id = ?
                        """)
                        .params(status.name(), outcome, today(), actor, Utc.column(clock.instant()), id)
                        .update());
    }

    private DataRequest change(long id, String actor, String action, String detail, Runnable change) {
        transaction.executeWithoutResult(status -> {
            change.run();
            audit.record(actor, action, "data request " + id, detail);
        });
        return requests.get(id);
    }

    private static DataRequest open(DataRequest request) {
        if (!request.status().isOpen()) {
            throw new ConflictingState("Yêu cầu " + request.id() + " đã đóng (the request is closed)");
        }
        return request;
    }

    private static Msisdn number(DataRequest request) {
        if (request.msisdn() == null) {
            throw new ConflictingState("Dữ liệu của người này đã xóa (this person's data were erased)");
        }
        return new Msisdn(request.msisdn());
    }

    private static String text(String written) {
        if (written == null || written.isBlank() || written.length() > TEXT_LENGTH) {
            throw InvalidInput.of(
                    "outcome", "ghi kết quả hoặc lý do, nhiều nhất 1000 ký tự (what was done or why not)");
        }
        return written.strip();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL);
    }
}
