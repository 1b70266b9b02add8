package vn.canhbao.scheduler.imports;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** A row of a file; {@code row} is its number in a spreadsheet, the header being 1. */
record CsvRow(long row, List<String> cells) {

    static CsvRow of(CSVRecord record) {
        return new CsvRow(record.getRecordNumber(), record.toList());
    }

    /** Nothing in any cell: spreadsheets save such rows below their last one. */
    static boolean blank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }
}
