package vn.canhbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.report.SampleReport;
import vn.canhbao.report.SentPeriod;

class MessageExportIT {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void everyMessageOfEveryWaveIsWrittenOnce(TestDatabase kind) throws IOException {
        try (TestDatabase.Opened database = kind.open()) {
            SentPeriod sent = new SentPeriod(database);
            long campaign = sent.campaign("Cảnh giác");
            sent.messages(sent.wave(campaign, SampleReport.NOW), null, "VIETTEL", "DELIVERED", true, 3);
            sent.messages(sent.wave(campaign, SampleReport.NOW), null, "MOBIFONE", "FAILED", false, 2);
            sent.messages(sent.wave(sent.campaign("khác"), SampleReport.NOW), null, "VIETTEL", "READY", false, 1);
            var out = new ByteArrayOutputStream();
            CsvFile csv = new CsvFile(out, false);
            assertThat(new MessageExport(database.jdbc()).write(campaign, UnaryOperator.identity(), csv))
                    .isEqualTo(5);
            csv.close();
            List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
            assertThat(lines).hasSize(6);
            assertThat(lines.get(1)).contains(",1,84960000000,VIETTEL,,DELIVERED,2,01/12/2026 08:00:00,");
            assertThat(lines.get(5)).contains(",2,84960000004,MOBIFONE,,FAILED,2,,,");
        }
    }

    @Test
    void halfAMillionRowsStreamThroughASmallHeap(@TempDir Path folder) throws Exception {
        Process jvm = new ProcessBuilder(command(folder))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        assertThat(jvm.waitFor()).as(() -> read(folder.resolve("out.txt"))).isZero();
        assertThat(read(folder.resolve("out.txt"))).contains("xlsx 500000", "csv 500000");
        try (var lines = Files.lines(folder.resolve("messages.csv"))) {
            assertThat(lines.count()).isEqualTo(HalfAMillionMessages.MESSAGES + 1);
        }
        assertThat(rows(folder.resolve("messages.xlsx"))).isEqualTo(HalfAMillionMessages.MESSAGES + 1);
    }

    // The goal is 512 MB; a quarter of it shows that nothing is gathered on the way.
    private static List<String> command(Path folder) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                HalfAMillionMessages.class.getName(),
                folder.toString()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static int rows(Path xlsx) throws Exception {
        try (ZipFile zip = new ZipFile(xlsx.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(sheet);
            int rows = 0;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    rows++;
                }
            }
            return rows;
        }
    }
}
