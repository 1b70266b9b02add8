package vn.canhbao.scheduler.imports;

import java.util.List;

/**
 * Rows that are written in one transaction.
 *
 * @param outcomes what became of each
 * @param lastRow number of the last one in the file
 * @param converted 11-digit numbers converted from the file's start to its end
 */
record RowBlock(List<RowOutcome> outcomes, long lastRow, long converted) {}
