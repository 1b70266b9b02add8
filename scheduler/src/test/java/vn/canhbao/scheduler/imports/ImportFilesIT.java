package vn.canhbao.scheduler.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.recipient.ImportReject;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.RecipientImport;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.scheduler.imports.RecipientImporter.Reading;

/** A file's way into a list: workbooks, previews, stopping, correcting. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ImportFilesIT {

    @TempDir
    Path dataDirectory;

    final TestDatabase.Opened database;
    ImportApplication application;
    RecipientImporter importer;
    long list;

    ImportFilesIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void start() {
        application = ImportApplication.start(database.dataSource(), dataDirectory);
        importer = application.bean(RecipientImporter.class);
        list = application.list("Cán bộ");
    }

    @AfterEach
    void close() {
        application.close();
        database.close();
    }

    @Test
    void workbookIsImportedAndNumbersThatLostTheirZeroAreMended() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Danh sách");
            row(sheet, 0, "Số điện thoại", "Họ và tên", "Đơn vị", "Chức vụ");
            row(sheet, 1, "0980000001", "An", "Ban A", "Trưởng ban");
            row(sheet, 2, "", "Bình", "Ban A", "");
            sheet.value(2, 0, 912345678);
            row(sheet, 3, "113", "Chi", "Ban A", "");
            row(sheet, 4, "0980000003", "#N/A", "Ban A", "");
        }

        RecipientImport done = application.run(list, out.toByteArray());

        assertThat(done.failure()).isNull();
        assertThat(new long[] {done.total(), done.read(), done.accepted(), done.rejected()})
                .containsExactly(4, 4, 2, 2);
        assertThat(done.encoding()).isNull();
        assertThat(people()).containsExactly("84912345678 Bình / Ban A", "84980000001 An / Ban A");
        assertThat(application.bean(RecipientImports.class).rejects(done.id(), 0, 10))
                .extracting(ImportReject::row, ImportReject::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4L, "msisdn"),
                        org.assertj.core.groups.Tuple.tuple(5L, "full_name"));
    }

    @Test
    void previewShowsColumnsAndWhatWouldBecomeOfTheFirstRows() {
        ImportPreview shown = preview("cột a,họ tên,đơn vị,chức vụ\n0980000001,An,Ban A,Trưởng ban\n113,Chi,Ban A,\n");

        assertThat(shown.format()).isEqualTo("CSV");
        assertThat(shown.encoding()).isEqualTo("UTF-8");
        assertThat(shown.columns())
                .extracting(ImportPreview.Column::recipientColumn)
                .containsExactly(null, "full_name", "unit", null);
        assertThat(shown.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("Thiếu cột msisdn"));
        assertThat(shown.upload().status()).isEqualTo(ImportStatus.PREVIEW);

        Reading mapped = new Reading(Map.of("msisdn", "#1"), null);
        ImportPreview again = importer.preview(shown.upload().id(), mapped);

        assertThat(again.problems()).isEmpty();
        assertThat(again.rows())
                .extracting(ImportPreview.SampleRow::row, ImportPreview.SampleRow::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, null),
                        org.assertj.core.groups.Tuple.tuple(3L, "msisdn"));
        assertThat(people()).isEmpty();

        importer.start(shown.upload().id(), mapped, "soanthao");

        assertThat(application.ended(shown.upload().id()).accepted()).isEqualTo(1);
        assertThat(people()).containsExactly("84980000001 An / Ban A");
        assertThatThrownBy(() -> importer.start(shown.upload().id(), mapped, "soanthao"))
                .isInstanceOf(ConflictingState.class);
    }

    @Test
    void uploadThatCannotBeStartedSoStaysToBeReadInAnotherWay() {
        long upload = preview("cot1,cot2,cot3\n0980000001,An,Ban A\n").upload().id();

        assertThat(catchThrowableOfType(InvalidInput.class, () -> importer.start(upload, Reading.AS_FOUND, "soanthao")))
                .hasMessageContaining("Thiếu cột");
        assertThat(catchThrowableOfType(
                        InvalidInput.class,
                        () -> importer.start(upload, new Reading(Map.of("kiểu", "cot1"), null), "soanthao")))
                .hasMessageContaining("Không có cột kiểu");

        importer.start(
                upload, new Reading(Map.of("msisdn", "cot1", "full_name", "#2", "unit", "#3"), "UTF-8"), "soanthao");
        assertThat(application.ended(upload).accepted()).isEqualTo(1);
    }

    @Test
    void importThatAPersonStopsWaitsForAPersonAndEndsLikeAnyOther() {
        var begun = application.begin(list, ManyRows.FILE.getBytes(StandardCharsets.UTF_8), Reading.AS_FOUND);
        importer.stop(begun.id(), "quantri");
        RecipientImport stopped = application.ended(begun.id());

        assertThat(stopped.status()).isEqualTo(ImportStatus.STOPPED);
        assertThat(stopped.read()).isLessThan(ManyRows.ROWS);
        assertThat(stopped.stoppedBy()).isEqualTo("quantri");
        application.close();
        application = ImportApplication.start(database.dataSource(), dataDirectory);
        importer = application.bean(RecipientImporter.class);
        assertThat(application.bean(RecipientImports.class).find(begun.id()).status())
                .as("the application's start is no person")
                .isEqualTo(ImportStatus.STOPPED);
        assertThatThrownBy(() -> importer.stop(begun.id(), "quantri")).isInstanceOf(ConflictingState.class);

        await().ignoreExceptionsInstanceOf(ConflictingState.class)
                .until(() -> importer.resume(begun.id(), "quantri") != null);

        ManyRows.assertImported(application.ended(begun.id()), application, database.jdbc());
    }

    @Test
    void fileOfRefusedRowsIsImportedAgainAsItIs() {
        String refused = "\uFEFFrow,field,value,reason,Số điện thoại,Họ và tên,Đơn vị,Ghi chú\r\n"
                + "3,msisdn,113,Số khẩn cấp,'+84980000001,'=An,Ban A,'-1\r\n";

        RecipientImport done = application.run(list, refused);

        assertThat(done.accepted()).isEqualTo(1);
        assertThat(people()).containsExactly("84980000001 =An / Ban A");
        assertThat(database.jdbc()
                        .sql("SELECT attributes FROM recipient")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"Ghi chú\":\"-1\"}");
    }

    @Test
    void wholeRowOfARejectIsKept() {
        RecipientImport done = application.run(list, "msisdn,full_name,unit\n113,An,Ban A\n1,2\n");

        assertThat(application.bean(RecipientImports.class).rejects(done.id(), 0, 10))
                .extracting(reject -> RowCells.read(reject.cells()))
                .containsExactly(List.of("113", "An", "Ban A"), List.of("1", "2"));
        assertThat(RowCells.read(application.bean(RecipientImports.class).header(done.id())))
                .containsExactly("msisdn", "full_name", "unit");
    }

    @Test
    void importThatChangesAPersonKeepsWhatWasKnown() {
        application.run(list, "msisdn,full_name,unit\n0980000001,An,Ban A\n0980000002,Chi,Ban A\n");
        RecipientImport changing =
                application.run(list, "msisdn,full_name,unit\n0980000001,An,Ban B\n0980000002,Chi,Ban A\n");

        assertThat(database.jdbc()
                        .sql(
                                "SELECT h.full_name, u.name, h.import_id FROM recipient_history h JOIN unit u ON u.id = h.unit_id")
                        .query((row, n) -> row.getString(1) + " / " + row.getString(2) + " " + row.getLong(3))
                        .list())
                .containsExactly("An / Ban A " + changing.id());
    }

    @Test
    void unitsAreasKindsTagsAndConsentOfAFileAreKept() {
        String header =
                "msisdn,full_name,unit,parent_unit,kind,mã tỉnh,tỉnh,mã xã,xã phường,nhãn,căn cứ xử lý dữ liệu,ngày đồng ý\n";
        String file = header
                + "0980000001,An,Phòng B,Sở A,Cán bộ,01,Hà Nội,00004,Phường Ba Đình,\"trưởng, ưu tiên\",nhân viên,30/11/2026\n"
                + "0980000002,Chi,Tỉnh X / Sở A / Phòng B,,thuê bao,,,,,,,\n"
                + "0980000003,Dũng,Phòng B,,bạn bè,,,,,,,\n"
                + "0980000004,Em,Phòng B,,,1,,,,,,\n"
                + "0980000005,Giang,Phòng B,,,,,,,,,hôm qua\n";

        RecipientImport done = application.run(list, file);

        assertThat(new long[] {done.read(), done.accepted(), done.rejected()}).containsExactly(5, 2, 3);
        assertThat(application.bean(RecipientImports.class).rejects(done.id(), 0, 10))
                .extracting(ImportReject::field)
                .containsExactly("kind", "province_code", "consent_date");
        assertThat(database.jdbc()
                        .sql(
                                "SELECT r.kind, r.area_code, r.consent_basis, r.consent_date FROM recipient r ORDER BY r.msisdn")
                        .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                                + row.getString(4))
                        .list())
                .containsExactly("STAFF 00004 STAFF 2026-11-30", "SUBSCRIBER null null null");
        assertThat(database.jdbc()
                        .sql("SELECT tag FROM recipient_tag ORDER BY tag")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("trưởng", "ưu tiên");
        assertThat(database.jdbc()
                        .sql("SELECT name FROM area ORDER BY code")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("Hà Nội", "Phường Ba Đình");
        assertThat(parents()).containsExactlyInAnyOrder("Phòng B < Sở A", "Sở A < Tỉnh X");

        assertThat(application
                        .run(list, header + "0980000002,Chi,Phòng B,,nhân viên,,,,,,,\n")
                        .accepted())
                .as("another kind is a change")
                .isEqualTo(1);
    }

    @Test
    void unitAboveItselfIsRefusedByItsRowWhetherTheFileOrTheTreeSaysSo() {
        application.run(list, "msisdn,full_name,unit\n0980000001,An,Sở A / Phòng B\n");

        RecipientImport done = application.run(list, """
                msisdn,full_name,unit,parent_unit
                0980000002,Bình,Sở A,Phòng B
                0980000003,Chi,Đội C,Phòng B
                0980000004,Dũng,Phòng B,Đội C
                0980000005,Em,Đội C,Sở A
                """);

        assertThat(done.accepted()).isEqualTo(1);
        assertThat(application.bean(RecipientImports.class).rejects(done.id(), 0, 10))
                .extracting(reject -> reject.row() + " " + reject.field() + " "
                        + reject.reason().contains("vòng"))
                .containsExactly("2 parent_unit true", "4 parent_unit true", "5 parent_unit false");
        assertThat(parents()).containsExactlyInAnyOrder("Phòng B < Sở A", "Đội C < Phòng B");
    }

    private List<String> parents() {
        return database.jdbc()
                .sql("SELECT u.name, p.name FROM unit u JOIN unit p ON p.id = u.parent_id")
                .query((row, n) -> row.getString(1) + " < " + row.getString(2))
                .list();
    }

    private ImportPreview preview(String content) {
        return importer.preview(
                list,
                "ds.csv",
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                Reading.AS_FOUND,
                "soanthao");
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                sheet.value(row, column, cells[column]);
            }
        }
    }

    private List<String> people() {
        return database.jdbc()
                .sql(
                        "SELECT r.msisdn, r.full_name, u.name FROM recipient r JOIN unit u ON u.id = r.unit_id ORDER BY r.msisdn")
                .query((row, n) -> "%s %s / %s".formatted(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
