package vn.canhbao.scheduler.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.recipient.ImportReject;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.RecipientImport;
import vn.canhbao.core.recipient.RecipientImports;

/** The staff list that we ship. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SampleListIT {

    static final Path SAMPLE = Path.of("../console/src/main/resources/samples/can-bo-mau.csv");

    @TempDir
    Path dataDirectory;

    final TestDatabase.Opened database;
    ImportApplication application;

    SampleListIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void start() {
        application = ImportApplication.start(database.dataSource(), dataDirectory);
    }

    @AfterEach
    void close() {
        application.close();
        database.close();
    }

    @Test
    void itsFifteenWrongRowsAreRejectedEachForAReasonOfItsOwn() throws Exception {
        RecipientImport done = application.run(application.list("Cán bộ mẫu"), Files.readAllBytes(SAMPLE));

        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(new long[] {done.read(), done.accepted(), done.duplicates(), done.rejected()})
                .containsExactly(500, 485, 0, 15);
        assertThat(application.bean(RecipientImports.class).rejects(done.id(), 0, 100))
                .satisfiesExactly(
                        reject -> is(reject, 18, "msisdn", "", "Thiếu số điện thoại"),
                        reject -> is(reject, 47, "msisdn", "02430000947", "Số cố định"),
                        reject -> is(reject, 80, "msisdn", "1900000080", "Số dịch vụ 1800/1900"),
                        reject -> is(reject, 113, "msisdn", "113", "Số khẩn cấp"),
                        reject -> is(reject, 140, "msisdn", "+855120000140", "Số nước ngoài"),
                        reject -> is(reject, 171, "msisdn", "O980000171", "Có ký tự không phải chữ số: O"),
                        reject -> is(reject, 205, "msisdn", "091000020", "Thiếu chữ số"),
                        reject -> is(reject, 238, "msisdn", "09100002381", "Thừa chữ số"),
                        reject -> is(reject, 266, "msisdn", "9.12E+08", "Bảng tính đã đổi số"),
                        reject -> is(reject, 301, "msisdn", "0530000301", "Đầu số 053"),
                        reject -> is(reject, 333, "msisdn", "0980000933/0910000933", "Nhiều số trong một ô"),
                        reject -> is(reject, 365, "full_name", "", "Thiếu họ và tên"),
                        reject -> is(reject, 398, "unit", "", "Thiếu đơn vị"),
                        reject -> is(
                                reject,
                                431,
                                "row",
                                "0940000587,Trần Quang Hải,Phòng Công nghệ thông tin",
                                "Dòng có 3 cột, dòng tiêu đề có 4"),
                        reject ->
                                is(reject, 470, "full_name", "Nguyễn Thị" + " Thanh".repeat(40), "Họ và tên dài quá"));
        assertThat(audited()).contains("11-digit numbers converted 8");
    }

    @Test
    void importingItAgainChangesNothing() throws Exception {
        byte[] sample = Files.readAllBytes(SAMPLE);
        long list = application.list("Cán bộ mẫu");
        application.run(list, sample);
        var before = ImportApplication.recipientTables(database.jdbc());

        RecipientImport again = application.run(list, sample);

        assertThat(new long[] {again.read(), again.accepted(), again.duplicates(), again.rejected()})
                .containsExactly(500, 0, 485, 15);
        assertThat(ImportApplication.recipientTables(database.jdbc())).isEqualTo(before);
    }

    @Test
    void itSpreadsOverTwelveUnitsAndEveryOperator() throws Exception {
        application.run(application.list("Cán bộ mẫu"), Files.readAllBytes(SAMPLE));

        assertThat(database.jdbc()
                        .sql("SELECT kind FROM unit ORDER BY kind")
                        .query(String.class)
                        .list())
                .hasSize(12)
                .contains("COMMUNE", "OFFICE");
        var numbers = database.jdbc()
                .sql("SELECT msisdn FROM recipient")
                .query(String.class)
                .list();
        assertThat(application.bean(Operators.class).of(numbers).values())
                .contains("VIETTEL", "VINAPHONE", "MOBIFONE", "VIETNAMOBILE", "GMOBILE", "ITEL", "WINTEL");
    }

    private static void is(ImportReject reject, long row, String field, String value, String reason) {
        assertThat(reject.row()).isEqualTo(row);
        assertThat(reject.field()).isEqualTo(field);
        assertThat(reject.value()).isEqualTo(value);
        assertThat(reject.reason()).startsWith(reason);
    }

    private String audited() {
        return database.jdbc()
                .sql("SELECT detail FROM audit_trail WHERE action = 'RECIPIENTS_IMPORT_COMPLETED'")
                .query(String.class)
                .single();
    }
}
