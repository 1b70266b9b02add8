package vn.canhbao.console.web.lists;

import vn.canhbao.report.table.PagedTable;

/**
 * A list as somebody takes it away.
 *
 * @param code as the audit trail names it
 * @param filter what it was narrowed by, for the audit trail too; may be empty
 */
record ListFile(String code, String filter, PagedTable<?> table) {

    /** Of a filter, in the audit trail. */
    private static final int LONGEST = 100;

    static ListFile of(String code, PagedTable<?> table) {
        return new ListFile(code, "", table);
    }

    /** Narrowed by something; {@code null} and blank narrow nothing. */
    ListFile by(String name, Object value) {
        String text = value == null ? "" : value.toString().strip();
        return text.isEmpty()
                ? this
                : new ListFile(
                        code, filter + " " + name + "=" + text.substring(0, Math.min(LONGEST, text.length())), table);
    }

    /** Narrowed by what was typed to find somebody. What that was stays out of the audit trail: nobody can be erased there. */
    ListFile byPerson(String name, String typed) {
        return by(name, typed.isBlank() ? "" : "•••");
    }
}
