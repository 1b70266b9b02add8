package vn.canhbao.gateway.matrix;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.canhbao.core.message.Tallies;

/** One behaviour and what must hold: settings of the SMSC's account and of the link, a small wave, and what to look at. */
final class MatrixRow {

    final String behaviour;
    final String mustHold;
    final String by;
    final Map<String, Object> smsc = new LinkedHashMap<>();
    final Map<String, Object> link = new TreeMap<>();
    Map<String, Object> secondSmsc;
    Map<String, Object> secondLink;
    int messages = 6;
    String text = "Canh bao lua dao qua dien thoai";
    Duration validity = Duration.ofMinutes(10);
    boolean resend;
    int copies = 1;
    boolean onMySqlToo;
    boolean preparedLate;
    Predicate<Tallies> ends = tally -> tally.delivered() == messages;
    Consumer<RowView> start = view -> {};
    Predicate<RowView> until = view -> true;
    Consumer<RowView> check = view -> {};

    /** @param by the class that sees to it */
    MatrixRow(String behaviour, String mustHold, String by) {
        this.behaviour = behaviour;
        this.mustHold = mustHold;
        this.by = by;
    }

    /** Keys of the SMSC's account and their values, in turn. */
    MatrixRow smsc(Object... keysAndValues) {
        put(smsc, keysAndValues);
        return this;
    }

    /** Keys of the link and their values, in turn. */
    MatrixRow link(Object... keysAndValues) {
        put(link, keysAndValues);
        return this;
    }

    /** A second account and link of the same operator, second in preference; the account's name ends in {@code -b}. */
    MatrixRow second(Map<String, Object> smscKeys, Map<String, Object> linkKeys) {
        secondSmsc = smscKeys;
        secondLink = linkKeys;
        return this;
    }

    MatrixRow messages(int count) {
        messages = count;
        return this;
    }

    MatrixRow text(String newText) {
        text = newText;
        return this;
    }

    MatrixRow validFor(Duration time) {
        validity = time;
        return this;
    }

    /** Its messages become ready when the gateway is up already. */
    MatrixRow preparedLate() {
        preparedLate = true;
        return this;
    }

    /** The policy RESEND, 4 s after the silence; so many copies of a segment are right. */
    MatrixRow resend(int mostCopies) {
        resend = true;
        copies = mostCopies;
        return this;
    }

    MatrixRow onMySqlToo() {
        onMySqlToo = true;
        return this;
    }

    /** How the tallies look when the row is over; if not said, everything is DELIVERED. */
    MatrixRow ends(Predicate<Tallies> tallies) {
        ends = tallies;
        return this;
    }

    /** Done once the gateway runs. */
    MatrixRow start(Consumer<RowView> action) {
        start = action;
        return this;
    }

    /** What must come true besides before it is looked at. */
    MatrixRow until(Predicate<RowView> condition) {
        until = condition;
        return this;
    }

    /** That the SMSC did misbehave, and what must hold. */
    MatrixRow check(Consumer<RowView> assertions) {
        check = assertions;
        return this;
    }

    private static void put(Map<String, Object> map, Object... keysAndValues) {
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
    }
}
