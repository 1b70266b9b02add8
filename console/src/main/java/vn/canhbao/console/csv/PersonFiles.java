package vn.canhbao.console.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.text.FormulaGuard;

/** A person's data as they take them home: one JSON file, and a CSV file of each section that a spreadsheet opens. */
@Component
public class PersonFiles {

    private static final String BOM = "\uFEFF";

    private final JsonMapper json;

    PersonFiles(JsonMapper json) {
        this.json = json;
    }

    /** The zip as the answer to whoever asked for it. */
    public ResponseEntity<byte[]> answer(long requestId, Map<String, List<Map<String, Object>>> data) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"yeu-cau-" + requestId + ".zip\"")
                .body(zip(data));
    }

    private byte[] zip(Map<String, List<Map<String, Object>>> data) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets, StandardCharsets.UTF_8)) {
            add(zip, "data.json", json.writerWithDefaultPrettyPrinter().writeValueAsString(data));
            for (var section : data.entrySet()) {
                if (!section.getValue().isEmpty()) {
                    add(zip, section.getKey() + ".csv", csv(section.getValue()));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return octets.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String csv(List<Map<String, Object>> rows) {
        StringBuilder csv = new StringBuilder(BOM);
        csv.append(String.join(",", rows.getFirst().keySet())).append("\r\n");
        rows.forEach(
                row -> csv.append(row.values().stream().map(PersonFiles::cell).collect(Collectors.joining(",")))
                        .append("\r\n"));
        return csv.toString();
    }

    private static String cell(Object value) {
        String text = value == null ? "" : FormulaGuard.guarded(value.toString());
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
