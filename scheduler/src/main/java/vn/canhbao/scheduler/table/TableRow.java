package vn.canhbao.scheduler.table;

import java.util.List;

/** A row of a file; {@code number} is what a spreadsheet shows beside it, from 1. */
public record TableRow(long number, List<String> cells) {

    /** Nothing in any cell: spreadsheets save such rows below their last one. */
    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
