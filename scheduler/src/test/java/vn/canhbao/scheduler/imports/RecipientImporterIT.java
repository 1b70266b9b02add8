package vn.canhbao.scheduler.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.util.unit.DataSize;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.core.recipient.RecipientImport;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.scheduler.imports.RecipientImporter.Reading;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RecipientImporterIT {

    @TempDir
    Path dataDirectory;

    final TestDatabase.Opened database;
    ImportApplication application;
    long list;

    RecipientImporterIT(TestDatabase kind) {
        database = kind.open();
    }

    /** No @Configuration: the component scan would find it. */
    static class OneMegabyte {

        @Bean
        @Primary
        ImportProperties smallFiles() {
            return new ImportProperties(DataSize.ofMegabytes(1));
        }
    }

    @BeforeEach
    void start() {
        application = ImportApplication.start(database.dataSource(), dataDirectory, OneMegabyte.class);
        list = application.list("Cán bộ");
    }

    @AfterEach
    void close() {
        application.close();
        database.close();
    }

    @Test
    void semicolonsByteOrderMarkQuotesAndVietnameseHeaderAreRead() {
        var done = application.run(
                list,
                "\uFEFFHỌ VÀ TÊN;Số điện thoại;Đơn vị;Chức vụ;\r\n"
                        + "\"Nguyễn; Văn An\";0980000001;Xã Tân Lập;Trưởng thôn;\r\n");

        assertFigures(done, 1, 1, 0, 0);
        assertThat(people()).containsExactly("84980000001 Nguyễn; Văn An / Xã Tân Lập {\"Chức vụ\":\"Trưởng thôn\"}");
    }

    @Test
    void mappingNamesColumnsThatTheHeaderCallsOtherwise() {
        var file = "cot1,cot2,cot3\n0980000001,An,Ban A\n".getBytes(StandardCharsets.UTF_8);

        var begun =
                application.begin(list, file, reading(Map.of("msisdn", "cot1", "full_name", "COT2", "unit", "cot3")));

        assertFigures(application.ended(begun.id()), 1, 1, 0, 0);
    }

    @Test
    void numberSeenEarlierInTheFileIsADuplicateAndTheFirstRowCounts() {
        String file = """
                msisdn,full_name,unit
                0980000001,An,Ban A
                +84 98 000 0001,Bình,Ban B
                0980000002,Chi,Ban A
                """;

        assertFigures(application.run(list, file), 3, 2, 1, 0);
        assertFigures(application.run(list, file), 3, 0, 3, 0);
        assertThat(people()).containsExactly("84980000001 An / Ban A null", "84980000002 Chi / Ban A null");
    }

    @Test
    void rowThatChangesSomethingIsAcceptedAndSoIsOneNewToTheList() {
        application.run(list, "msisdn,full_name,unit\n0980000001,An,Ban A\n0980000002,Chi,Ban A\n");

        assertFigures(
                application.run(list, "msisdn,full_name,unit\n0980000001,An,Ban B\n0980000002,Chi,Ban A\n"),
                2,
                1,
                1,
                0);
        assertFigures(
                application.run(application.list("Khác"), "msisdn,full_name,unit\n0980000002,Chi,Ban A\n"), 1, 1, 0, 0);
    }

    @Test
    void decomposedAndInvisibleCharactersMakeNoSecondUnit() {
        String decomposed = java.text.Normalizer.normalize("Xã  Tân\u200b Lập ", java.text.Normalizer.Form.NFD);

        application.run(list, "msisdn,full_name,unit\n0980000001,An,Xã Tân Lập\n0980000002,Chi," + decomposed + "\n");

        assertThat(people()).containsExactly("84980000001 An / Xã Tân Lập null", "84980000002 Chi / Xã Tân Lập null");
    }

    @Test
    void emptyRowsAreSkippedButCountInRowNumbers() {
        var done = application.run(list, "msisdn,full_name,unit\n\n,,\n0980000001,An,Ban A\n113,Chi,Ban A\n");

        assertFigures(done, 2, 1, 0, 1);
        assertThat(application.bean(RecipientImports.class).rejects(done.id(), 0, 100))
                .extracting(reject -> reject.row())
                .containsExactly(5L);
    }

    @Test
    void rowWithSeveralProblemsIsOneRejectNamingTheFirst() {
        var done = application.run(list, "msisdn,full_name,unit\n113,,\n");

        assertFigures(done, 1, 0, 0, 1);
        assertThat(application.bean(RecipientImports.class).rejects(done.id(), 0, 100))
                .extracting(reject -> reject.field())
                .containsExactly("msisdn");
    }

    @Test
    void fileThatCannotBeImportedIsRefusedAndNothingIsWritten() throws Exception {
        var before = everything();

        refused("file", "XLSX hỏng", new byte[] {'P', 'K', 3, 4, 20, 0});
        refused("file", "nhị phân", "msisdn,full_name,unit\n098\0".getBytes(StandardCharsets.UTF_8));
        refused("file", "Thiếu cột unit", "msisdn,full_name\n0980000001,An\n".getBytes(StandardCharsets.UTF_8));
        refused("file", "Nhiều cột", "sđt,di động,họ tên,đơn vị\n1,2,3,4\n".getBytes(StandardCharsets.UTF_8));
        refused("file", "Tệp rỗng", new byte[0]);
        refused("file", "không có dòng dữ liệu", "msisdn,full_name,unit\n".getBytes(StandardCharsets.UTF_8));
        refused("file", "ngoặc kép", "msisdn,full_name,unit\n0980000001,\"An,Ban A\n".getBytes(StandardCharsets.UTF_8));
        refused("file", "larger than 1 MB", new byte[2 * 1024 * 1024]);
        refused(
                "mapping",
                "cot9",
                "msisdn,full_name,unit\n0980000001,An,Ban A\n".getBytes(StandardCharsets.UTF_8),
                Map.of("unit", "cot9"));
        refused(
                "mapping",
                "phone",
                "msisdn,full_name,unit\n0980000001,An,Ban A\n".getBytes(StandardCharsets.UTF_8),
                Map.of("phone", "msisdn"));

        assertThat(everything()).isEqualTo(before);
        try (var left = Files.list(dataDirectory.resolve("imports"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void unknownListIsNotFound() {
        assertThat(catchThrowableOfType(NotFound.class, () -> application.begin(4711, new byte[0], Reading.AS_FOUND)))
                .hasMessageContaining("4711");
    }

    @Test
    void rowsAreCountedByResultAndTheUploadIsGone() throws Exception {
        application.run(list, "msisdn,full_name,unit\n0980000001,An,Ban A\n0980000001,An,Ban A\n113,Chi,Ban A\n");

        var meters = application.bean(MeterRegistry.class);
        for (String result : List.of("accepted", "duplicate", "rejected")) {
            assertThat(meters.get("canhbao.import.rows")
                            .tag("result", result)
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
        org.awaitility.Awaitility.await().untilAsserted(() -> {
            assertThat(meters.get("canhbao.import").timer().count()).isEqualTo(1);
            try (var left = Files.list(dataDirectory.resolve("imports"))) {
                assertThat(left).isEmpty();
            }
        });
    }

    static RecipientImporter.Reading reading(Map<String, String> mapping) {
        return new RecipientImporter.Reading(mapping, null);
    }

    private void refused(String field, String reason, byte[] file) {
        refused(field, reason, file, Map.of());
    }

    private void refused(String field, String reason, byte[] file, Map<String, String> mapping) {
        var problem = catchThrowableOfType(InvalidInput.class, () -> application.begin(list, file, reading(mapping)));
        assertThat(problem).as(reason).isNotNull();
        assertThat(problem.problems()).extracting(FieldProblem::field).containsOnly(field);
        assertThat(problem.getMessage()).contains(reason).contains("(");
    }

    private static void assertFigures(RecipientImport done, long read, long accepted, long duplicates, long rejected) {
        assertThat(done.failure()).isNull();
        assertThat(new long[] {done.read(), done.accepted(), done.duplicates(), done.rejected()})
                .containsExactly(read, accepted, duplicates, rejected);
    }

    private List<Map<String, Object>> everything() {
        return java.util.stream.Stream.of("recipient_import", "audit_trail", "BATCH_JOB_EXECUTION", "recipient", "unit")
                .flatMap(table -> database.jdbc().sql("SELECT * FROM " + table).query().listOfRows().stream())
                .toList();
    }

    private List<String> people() {
        return database.jdbc()
                .sql(
                        "SELECT r.msisdn, r.full_name, u.name, r.attributes FROM recipient r JOIN unit u ON u.id = r.unit_id ORDER BY r.msisdn")
                .query((row, n) -> "%s %s / %s %s"
                        .formatted(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
