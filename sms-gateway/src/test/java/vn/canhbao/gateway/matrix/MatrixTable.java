package vn.canhbao.gateway.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The run as a table: a file of its own, and, between two marks, a part of docs/smpp.md. */
final class MatrixTable {

    private static final String BEGIN = "<!-- smpp-matrix: written by the run, see below -->\n";
    private static final String END = "<!-- smpp-matrix: end -->";
    private static final Path DOCUMENT = Path.of("../docs/smpp.md");
    private static final Path REPORT = Path.of("target/smpp-matrix.md");

    private MatrixTable() {}

    /** @param failed the rows that did not hold */
    static String of(List<MatrixRow> rows, List<MatrixRow> failed) {
        var table =
                new StringBuilder("| # | behaviour | what must hold | result | seen to by |\n|---|---|---|---|---|\n");
        for (int i = 0; i < rows.size(); i++) {
            MatrixRow row = rows.get(i);
            table.append("| %d | %s | %s | %s%s | `%s` |\n"
                    .formatted(
                            i + 1,
                            row.behaviour,
                            row.mustHold,
                            failed.contains(row) ? "**fails**" : "holds",
                            row.onMySqlToo ? " °" : "",
                            row.by));
        }
        return table.toString();
    }

    static void report(String table) throws IOException {
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, table);
    }

    static String documented() throws IOException {
        String document = Files.readString(DOCUMENT);
        return document.substring(document.indexOf(BEGIN) + BEGIN.length(), document.indexOf(END));
    }

    static void document(String table) throws IOException {
        String document = Files.readString(DOCUMENT);
        Files.writeString(
                DOCUMENT,
                document.substring(0, document.indexOf(BEGIN) + BEGIN.length())
                        + table
                        + document.substring(document.indexOf(END)));
    }
}
