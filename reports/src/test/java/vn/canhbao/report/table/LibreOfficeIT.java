package vn.canhbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.canhbao.core.tool.NeedsTool;
import vn.canhbao.core.tool.Tool;
import vn.canhbao.report.table.ReportTable.Column;

/** Our XLSX in another program: what it takes for a number, it adds. */
@NeedsTool(Tool.LIBREOFFICE)
class LibreOfficeIT {

    private static final Path NAME = Path.of("số-liệu.xlsx");

    @TempDir
    private Path folder;

    @Test
    void numbersAreNumbersTimesAreTimesAndTextIsNoFormula() throws IOException, InterruptedException {
        Path file = folder.resolve(NAME);
        try (OutputStream out = Files.newOutputStream(file);
                RowsFile table = new XlsxFile(out)) {
            table.table(
                    "Bảng",
                    List.of(
                            new Column("Tên", 10),
                            new Column("Số", 10),
                            new Column("Tiền", 10),
                            new Column("Lúc", 20)));
            table.row(
                    List.of("Đặng Văn Ỷ", 1_234_567L, new BigDecimal("350.5"), Instant.parse("2026-11-30T17:00:01Z")));
            table.row(List.of("=1+1", 2L, BigDecimal.TEN, Instant.parse("2026-12-01T01:00:00Z")));
        }
        // Its CSV filter: tabs, UTF-8, cells as they are shown, quotes round texts and nothing else.
        convert(file, "csv:Text - txt - csv (StarCalc):9,34,76,1,,1033,true");
        assertThat(Files.readAllLines(folder.resolve("số-liệu.csv")))
                .containsExactly(
                        "\"Tên\"\t\"Số\"\t\"Tiền\"\t\"Lúc\"",
                        "\"Đặng Văn Ỷ\"\t1,234,567\t351\t01/12/2026 00:00:01",
                        "\"=1+1\"\t2\t10\t01/12/2026 08:00:00");
    }

    private void convert(Path file, String format) throws IOException, InterruptedException {
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        format,
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        try {
            assertThat(office.waitFor(3, TimeUnit.MINUTES)).as("soffice ended").isTrue();
        } finally {
            office.destroyForcibly();
        }
        assertThat(office.exitValue())
                .as(Files.readString(folder.resolve("soffice.log")))
                .isZero();
    }
}
