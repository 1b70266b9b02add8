package vn.canhbao.console.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.canhbao.core.recipient.Msisdn;
import vn.canhbao.core.recipient.Suppressions;

/** The first half of the demonstration: the sample staff list, its refused rows, two suppressed numbers. */
final class DemoImport {

    private static final ClassPathResource SAMPLE = new ClassPathResource("samples/can-bo-mau.csv");
    private static final int SUPPRESSED = 2;

    private final DemoClient author;
    private final PrintStream out;
    private final DemoProgress progress;

    DemoImport(DemoClient author, PrintStream out, DemoProgress progress) {
        this.author = author;
        this.out = out;
        this.progress = progress;
    }

    /** The new list, filled. */
    JsonNode run(String name) throws IOException {
        JsonNode list = author.post("/api/v1/recipient-lists", Map.of("name", name));
        String path = "/api/v1/recipient-lists/" + list.path("id").asLong();
        JsonNode job = author.upload(path + "/imports", SAMPLE);
        String jobPath = "/api/v1/imports/" + job.path("id").asLong();
        JsonNode done = progress.until(
                () -> author.get(jobPath),
                now -> "Nhập danh sách mẫu: %d dòng (importing the sample list)"
                        .formatted(now.path("read").asLong()),
                now -> !now.path("status").asString().equals("RUNNING"));
        if (!done.path("status").asString().equals("COMPLETED")) {
            throw new IllegalStateException("import " + done.path("status").asString() + ": "
                    + done.path("failure").asString());
        }
        out.printf(
                "Đã nhập %s: %d dòng, %d nhận, %d trùng, %d từ chối (imported: read, accepted, duplicates, rejected)%n",
                SAMPLE.getFilename(),
                done.path("read").asLong(),
                done.path("accepted").asLong(),
                done.path("duplicates").asLong(),
                done.path("rejected").asLong());
        rejects(author.text(jobPath + "/rejects"))
                .forEach(row -> out.printf(
                        "  dòng %3s  %-9s  %-24s  %s%n",
                        row.get("row"), row.get("field"), cut(row.get("value"), 24), cut(row.get("reason"), 90)));
        return author.get(path);
    }

    private static List<CSVRecord> rejects(String csv) throws IOException {
        String withoutBom = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (var records = CSVFormat.EXCEL
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(withoutBom))) {
            return records.getRecords();
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    /** Takes two people of the list out of what is sent, so that the table shows it. */
    void suppressSome(ConfigurableApplicationContext application, long list, String actor) {
        List<Msisdn> some = application
                .getBean(JdbcClient.class)
                .sql("""
                        SELECT r.msisdn FROM recipient_list_member m JOIN recipient r ON r.id = m.recipient_id
                        WHERE m.list_id = ? ORDER BY r.msisdn LIMIT ?
                        """)
                .params(list, SUPPRESSED)
                .query((row, n) -> new Msisdn(row.getString(1)))
                .list();
        Suppressions suppressions = application.getBean(Suppressions.class);
        some.forEach(msisdn -> suppressions.add(msisdn, "MANUAL", "demo", actor));
        out.printf(
                "Chặn %d số trước khi gửi, như người đã từ chối nhận: %s (suppressed before sending)%n",
                some.size(), some.stream().map(Msisdn::masked).collect(Collectors.joining(", ")));
    }
}
