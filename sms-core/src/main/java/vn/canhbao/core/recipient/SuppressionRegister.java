package vn.canhbao.core.recipient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

/**
 * The register of numbers that are not sent to: people add and lift, and what was lifted stays on record. The audit trail
 * tells who and how many, never a number.
 */
@Component
@Transactional
public class SuppressionRegister {

    private static final int TEXT_LENGTH = 500;
    private static final int MOST_AT_ONCE = 10_000;
    private static final int BLOCK = 500;
    private static final int PROBLEMS_SHOWN = 20;

    private final JdbcClient jdbc;
    private final Suppressions suppressions;
    private final ErasedNumbers erased;
    private final Operators operators;
    private final AuditTrail audit;
    private final Clock clock;

    public SuppressionRegister(
            JdbcClient jdbc,
            Suppressions suppressions,
            ErasedNumbers erased,
            Operators operators,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.suppressions = suppressions;
        this.erased = erased;
        this.operators = operators;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * In force, newest first.
     *
     * @param number the number or its beginning, as people write it; {@code null} or blank: all
     * @param from {@code null}: the first page
     */
    @Transactional(readOnly = true)
    public List<Suppression> page(String number, SuppressionCursor from, int limit) {
        return from == null
                ? read(number, "", Map.of("limit", limit, "skipped", 0))
                : read(
                        number,
                        "AND created_at <= :at",
                        Map.of("at", Utc.column(from.at()), "skipped", from.seen(), "limit", limit));
    }

    /** The same for a reader who keeps the last one read; {@code null}: from the first. */
    @Transactional(readOnly = true)
    public List<Suppression> after(String number, Suppression last, int limit) {
        return last == null
                ? page(number, null, limit)
                : read(
                        number,
                        "AND (created_at < :at OR (created_at = :at AND msisdn < :last))",
                        Map.of(
                                "at",
                                Utc.column(last.createdAt()),
                                "last",
                                last.msisdn(),
                                "skipped",
                                0,
                                "limit",
                                limit));
    }

    private List<Suppression> read(String number, String from, Map<String, ?> place) {
        SearchWords typed = SearchWords.of(number);
        if (!typed.isEmpty() && typed.digits() == null) {
            return List.of();
        }
        return jdbc.sql("SELECT * FROM suppression WHERE msisdn LIKE :number " + from
                        + " ORDER BY created_at DESC, msisdn DESC LIMIT :limit OFFSET :skipped")
                .params(place)
                .param("number", typed.isEmpty() ? "%" : typed.digits() + "%")
                .query((row, n) -> suppression(row, false))
                .list();
    }

    /** Everything about a number, what is in force first, then the latest lifted; an erased one is known by its hash. */
    @Transactional(readOnly = true)
    public List<Suppression> of(String msisdn) {
        return Stream.concat(
                        erased.find(msisdn).stream(),
                        Stream.concat(
                                jdbc
                                        .sql("SELECT * FROM suppression WHERE msisdn = ?")
                                        .param(msisdn)
                                        .query((row, n) -> suppression(row, false))
                                        .list()
                                        .stream(),
                                jdbc
                                        .sql("SELECT * FROM lifted_suppression WHERE msisdn = ? ORDER BY id DESC")
                                        .param(msisdn)
                                        .query((row, n) -> suppression(row, true))
                                        .list()
                                        .stream()))
                .toList();
    }

    /** What became of a block of numbers; {@code known} were suppressed before and keep their first reason. */
    public record Added(int added, int known) {}

    /**
     * Suppresses numbers, one or many, as people write them: on lines, or separated by commas or semicolons. Where one
     * can't be read nothing is stored, and each that can't is named with its line.
     */
    public Added add(String numbers, SuppressionReason reason, String note, String actor) {
        List<FieldProblem> problems = new ArrayList<>();
        if (reason == null) {
            problems.add(new FieldProblem(
                    "reason", "chọn REFUSED, WRONG_NUMBER, DATA_PROTECTION hoặc MANUAL (choose a reason)"));
        }
        if (note != null && note.strip().length() > TEXT_LENGTH) {
            problems.add(new FieldProblem("note", "nhiều nhất 500 ký tự (at most 500 characters)"));
        }
        Set<Msisdn> read = read(numbers, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        int known = 0;
        List<Msisdn> all = List.copyOf(read);
        for (int from = 0; from < all.size(); from += BLOCK) {
            List<Msisdn> block = all.subList(from, Math.min(all.size(), from + BLOCK));
            known += suppressions
                    .among(block.stream().map(Msisdn::digits).toList())
                    .size();
            block.forEach(number -> suppressions.add(
                    number, reason.name(), note == null || note.isBlank() ? null : note.strip(), actor));
        }
        audit.record(actor, "NUMBERS_SUPPRESSED", "suppression", reason + ": " + (all.size() - known));
        return new Added(all.size() - known, known);
    }

    private Set<Msisdn> read(String numbers, List<FieldProblem> problems) {
        Set<Msisdn> read = new LinkedHashSet<>();
        MsisdnParser parser = new MsisdnParser(operators.prefixes());
        String[] lines = numbers == null ? new String[0] : numbers.split("\\R");
        int wrong = 0;
        for (int line = 0; line < lines.length; line++) {
            for (String written : lines[line].split("[,;]")) {
                if (written.isBlank()) {
                    continue;
                }
                switch (parser.parse(written)) {
                    case ParsedMsisdn.Mobile mobile -> read.add(mobile.msisdn());
                    case ParsedMsisdn.Refused refused -> {
                        if (++wrong <= PROBLEMS_SHOWN) {
                            problems.add(new FieldProblem(
                                    "numbers",
                                    "dòng " + (line + 1) + " (line " + (line + 1) + "), “" + written.strip() + "”: "
                                            + refused.reason()));
                        }
                    }
                }
            }
        }
        if (wrong > PROBLEMS_SHOWN) {
            problems.add(new FieldProblem(
                    "numbers",
                    "và " + (wrong - PROBLEMS_SHOWN) + " số khác không đọc được (and " + (wrong - PROBLEMS_SHOWN)
                            + " more that can't be read)"));
        }
        if (wrong == 0 && (read.isEmpty() || read.size() > MOST_AT_ONCE)) {
            problems.add(new FieldProblem(
                    "numbers", "nhập từ 1 đến 10000 số, mỗi dòng một số (1 to 10000 numbers, one a line)"));
        }
        return read;
    }

    /**
     * Lets the number be sent to again; why is kept with what it was. {@link NotFound} where it isn't suppressed.
     *
     * @return everything that is on record of the number
     */
    public List<Suppression> lift(String number, String why, String actor) {
        String digits = new MsisdnParser(operators.prefixes()).parse(number) instanceof ParsedMsisdn.Mobile mobile
                ? mobile.msisdn().digits()
                : "";
        if (why == null || why.isBlank() || why.strip().length() > TEXT_LENGTH) {
            throw InvalidInput.of(
                    "reason", "nêu lý do bỏ chặn, nhiều nhất 500 ký tự (why it is lifted, at most 500 characters)");
        }
        int kept = jdbc.sql("""
                        INSERT INTO lifted_suppression (msisdn, reason, note, created_by, created_at, lifted_by, lifted_at, lift_reason)
                        SELECT msisdn, reason, note, created_by, created_at, :actor, :now, :why FROM suppression WHERE msisdn = :number
                        """)
                .param("actor", actor)
                .param("now", Utc.column(clock.instant()))
                .param("why", why.strip())
                .param("number", digits)
                .update();
        if (kept == 0 && !erased.lift(digits)) {
            throw new NotFound("Số này không bị chặn (this number is not suppressed)");
        }
        jdbc.sql("DELETE FROM suppression WHERE msisdn = ?").param(digits).update();
        audit.record(actor, "SUPPRESSION_LIFTED", "suppression", why.strip());
        return of(digits);
    }

    private static Suppression suppression(ResultSet row, boolean lifted) throws SQLException {
        return new Suppression(
                row.getString("msisdn"),
                SuppressionReason.valueOf(row.getString("reason")),
                row.getString("note"),
                row.getString("created_by"),
                Utc.instant(row, "created_at"),
                lifted ? row.getString("lifted_by") : null,
                lifted ? Utc.instant(row, "lifted_at") : null,
                lifted ? row.getString("lift_reason") : null);
    }
}
