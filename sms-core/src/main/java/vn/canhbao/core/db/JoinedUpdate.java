package vn.canhbao.core.db;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set-based update of the table {@code t} from rows of values {@code v}: on MySQL 9.7 six times faster than a batch of
 * single-row updates (51,000 rows/s against 8,000, see {@code docs/adr/0003-set-based-writes.md}).
 *
 * @param table the table, known as {@code t} in the expressions
 * @param values the columns of {@code v}; {@code key} columns are joined with the column of the same name in {@code t}
 * @param set what changes
 * @param condition a further SQL condition over {@code t} and {@code v}, or an empty string
 */
public record JoinedUpdate(String table, List<Value> values, List<Assignment> set, String condition) {

    /** A column of {@code v}, with the SQL type that H2 needs to know. */
    public record Value(String name, String type, boolean key) {

        public static Value key(String name, String type) {
            return new Value(name, type, true);
        }

        public static Value of(String name, String type) {
            return new Value(name, type, false);
        }
    }

    /** {@code column = expression}, the expression over {@code t} and {@code v}. */
    public record Assignment(String column, String expression) {}

    public static Assignment set(String column, String expression) {
        return new Assignment(column, expression);
    }

    String join() {
        return values.stream()
                .filter(Value::key)
                .map(value -> "t." + value.name() + " = v." + value.name())
                .collect(Collectors.joining(" AND "));
    }

    String names() {
        return values.stream().map(Value::name).collect(Collectors.joining(", "));
    }

    String assignments(String target) {
        return set.stream()
                .map(assignment -> target + assignment.column() + " = " + assignment.expression())
                .collect(Collectors.joining(", "));
    }

    /** The rows as the parameters of the statement. */
    public static Object[] parameters(Collection<Object[]> rows) {
        return rows.stream().flatMap(java.util.Arrays::stream).toArray();
    }
}
