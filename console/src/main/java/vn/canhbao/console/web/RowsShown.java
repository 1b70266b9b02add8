package vn.canhbao.console.web;

import java.util.List;

/**
 * Which rows of a long table a page shows.
 *
 * @param from the first, from 0
 * @param until the one after the last
 * @param all how many there are
 */
record RowsShown(int from, int until, int all) {

    private static final int MOST = 100;

    /** Those from the one asked for, wherever that is. */
    static RowsShown from(int asked, int all) {
        int from = Math.clamp(asked, 0, all);
        return new RowsShown(from, Math.min(all, from + MOST), all);
    }

    <T> List<T> of(List<T> rows) {
        return rows.subList(from, until);
    }

    public boolean whole() {
        return from == 0 && until == all;
    }

    /** Where the rows before begin, or {@code null}. */
    public Integer previous() {
        return from == 0 ? null : Math.max(0, from - MOST);
    }

    /** Where the rows after begin, or {@code null}. */
    public Integer next() {
        return until == all ? null : until;
    }
}
