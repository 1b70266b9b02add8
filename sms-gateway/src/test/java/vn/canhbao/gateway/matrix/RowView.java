package vn.canhbao.gateway.matrix;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.MessageView;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit;
import vn.canhbao.gateway.smpp.simulator.OperatorCounters;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** What a row's wave, link and SMSC account look like now. */
final class RowView {

    private final MatrixRun run;
    private final MatrixRow row;
    private final String name;

    RowView(MatrixRun run, MatrixRow row, String name) {
        this.run = run;
        this.row = row;
        this.name = name;
    }

    /** A deliver_sm as journalled. */
    record Journalled(String text, int esmClass, int dataCoding, String state, String link) {}

    String name() {
        return name;
    }

    Tallies tally() {
        return run.tally(row, operator());
    }

    List<MessageView> messages() {
        return run.messages(row).stream()
                .filter(message -> message.operatorCode().equals(operator()))
                .toList();
    }

    /** Attempts used by each message. */
    List<Integer> attempts() {
        return run.jdbc()
                .sql("SELECT attempts FROM message WHERE operator_code = ?")
                .param(operator())
                .query(Integer.class)
                .list();
    }

    /** Numbers whose message was tried a second time. */
    Set<String> twiceTried() {
        return Set.copyOf(run.jdbc()
                .sql("SELECT msisdn FROM message WHERE operator_code = ? AND attempts = 2")
                .param(operator())
                .query(String.class)
                .list());
    }

    /** Numbers that were sent a segment twice. */
    Set<String> twiceSent() {
        return copies().entrySet().stream()
                .filter(copies -> copies.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** For each receipt with a time of its own, how much later than its arrival that is. */
    List<Long> doneTimesInSecondsFromReceipt() {
        return run.jdbc()
                .sql("SELECT received_at, done_at FROM receipt_journal WHERE link = ? AND done_at IS NOT NULL")
                .param(name)
                .query((result, n) -> Duration.between(
                                Utc.instant(result, "received_at"), Utc.instant(result, "done_at"))
                        .toSeconds())
                .list();
    }

    List<Journalled> journal() {
        return run.jdbc()
                .sql("""
                        SELECT short_message, esm_class, data_coding, state, link FROM receipt_journal
                        WHERE link IN (?, ?) ORDER BY id
                        """)
                .params(name, name + "-b")
                .query((result, n) -> new Journalled(
                        new String(result.getBytes(1), java.nio.charset.StandardCharsets.ISO_8859_1),
                        result.getInt(2),
                        result.getInt(3),
                        result.getString(4),
                        result.getString(5)))
                .list();
    }

    /** Every submit_sm that the SMSC took. */
    List<AcceptedSubmit> submits() {
        return run.submits().stream()
                .map(MatrixRun.Arrival::submit)
                .filter(this::isOurs)
                .toList();
    }

    /** When they came. */
    List<Instant> submitTimes() {
        return run.submits().stream()
                .filter(arrival -> isOurs(arrival.submit()))
                .map(MatrixRun.Arrival::at)
                .toList();
    }

    // r1 isn't r10.
    private boolean isOurs(AcceptedSubmit submit) {
        return submit.systemId().equals(name) || submit.systemId().equals(name + "-b");
    }

    /** When its messages expire. */
    Instant expiry() {
        return run.jdbc()
                .sql("SELECT MIN(expires_at) AS expiry FROM message WHERE operator_code = ?")
                .param(operator())
                .query((result, n) -> Utc.instant(result, "expiry"))
                .single();
    }

    OperatorCounters smsc() {
        return run.smsc().counters(name);
    }

    OperatorCounters second() {
        return run.smsc().counters(name + "-b");
    }

    SmscSimulator simulator() {
        return run.smsc();
    }

    LinkState link() {
        return run.link(name);
    }

    /** By number, the most copies of a segment. */
    Map<String, Integer> copies() {
        String prefix = run.numbersOf(row);
        return run.smsc().copies().entrySet().stream()
                .filter(entry -> entry.getKey().replaceFirst("^(\\+84|0)", "84").startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String operator() {
        return run.operatorOf(row);
    }
}
