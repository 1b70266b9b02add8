package vn.canhbao.console.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.MediaType;
import vn.canhbao.core.recipient.ImportReject;

/** The refused rows of an import for a spreadsheet: {@code row,field,value,reason}, UTF-8 with BOM. */
final class RejectsCsv {

    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String BOM = "\uFEFF";

    private RejectsCsv() {}

    static byte[] of(List<ImportReject> rejects) {
        StringBuilder csv = new StringBuilder(BOM);
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.EXCEL)) {
            printer.printRecord("row", "field", "value", "reason");
            for (ImportReject reject : rejects) {
                printer.printRecord(
                        reject.row(), asText(reject.field()), asText(reject.value()), asText(reject.reason()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    // What stands in a refused row is anybody's: a spreadsheet must not take it for a formula.
    private static String asText(String value) {
        return !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
