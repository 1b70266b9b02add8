package vn.canhbao.scheduler.imports;

import vn.canhbao.core.recipient.ImportReject;
import vn.canhbao.core.recipient.Person;

/** What became of a row before the tables were asked. */
sealed interface RowOutcome {

    /**
     * A person.
     *
     * @param details what the row says beside name and unit, or {@code null}: nothing
     */
    record Usable(Person person, RowDetails details) implements RowOutcome {}

    /** Its number stood in an earlier row: the first one counts. */
    record Repeated() implements RowOutcome {}

    record Rejected(ImportReject reject) implements RowOutcome {}
}
