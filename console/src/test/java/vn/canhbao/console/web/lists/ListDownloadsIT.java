package vn.canhbao.console.web.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.console.web.lists.ListRows.chosen;
import static vn.canhbao.console.web.lists.ListRows.csv;
import static vn.canhbao.console.web.lists.ListRows.shown;
import static vn.canhbao.console.web.lists.ListRows.xlsx;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.console.Visitor;
import vn.canhbao.core.confirmation.UnitCounts;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.statistics.TallyKeeper;
import vn.canhbao.report.SentPeriod;

/** A list's file has the rows of its page, of all its pages, for everybody who may see the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
// Of its own: whole lists are compared, to which nobody else may add.
@TestPropertySource(properties = "canhbao.data-dir=target/list-downloads")
class ListDownloadsIT extends RunningConsole {

    private static final int PEOPLE = 2_100;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TallyKeeper keeper;

    @Autowired
    private UnitCounts counts;

    @BeforeAll
    void morePeopleAndCampaignsThanAPageHolds() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SentPeriod sent = new SentPeriod(jdbc, 84_961_000_000L);
        long campaign = sent.campaign("Cảnh giác");
        long wave = sent.wave(campaign, now.minus(1, ChronoUnit.HOURS));
        jdbc.sql("UPDATE campaign SET finished_at = ? WHERE id = ?")
                .params(Utc.column(now), campaign)
                .update();
        sent.messages(wave, sent.unit("Xã Đông"), "VIETTEL", "EXPIRED", true, 120);
        sent.messages(wave, sent.unit("Xã Tây"), "VIETTEL", "DELIVERED", true, 30);
        people(now);
        jdbc.sql("""
                INSERT INTO acknowledgement (message_id, campaign_id, inbound_id, msisdn, at, text)
                SELECT id, campaign_id, 1, msisdn, submitted_at, 'DA NHAN' FROM message
                WHERE campaign_id = ? AND status = 'DELIVERED' AND msisdn LIKE '%5'
                """).param(campaign).update();
        jdbc.sql("UPDATE unit SET head_name = 'Trung tá An', head_msisdn = '84912345678' WHERE name = 'Xã Đông'")
                .update();
        jdbc.sql("UPDATE unit SET parent_id = (SELECT id FROM (SELECT id FROM unit WHERE name = 'Xã Đông') u)"
                        + " WHERE name = 'Xã Tây'")
                .update();
        keeper.refreshAll();
        counts.countDue();
        manyOfEach(now);
    }

    private void people(Instant now) {
        jdbc.sql("""
                INSERT INTO recipient (msisdn, full_name, search_name, created_at, updated_at)
                SELECT CAST(84972000000 + x AS VARCHAR), CONCAT('Lê Thị ', x), CONCAT('le thi ', x), :now, :now
                FROM SYSTEM_RANGE(1, %d) AS n(x)
                """.formatted(PEOPLE)).param("now", Utc.column(now)).update();
        jdbc.sql("INSERT INTO changed_name (recipient_id) SELECT id FROM recipient")
                .update();
        jdbc.sql("INSERT INTO recipient_tag (recipient_id, tag) SELECT id, 'truong-ban' FROM recipient"
                        + " WHERE full_name = 'Lê Thị 77'")
                .update();
    }

    private void manyOfEach(Instant now) {
        for (String insert : List.of("""
                INSERT INTO campaign (name, message_class, text, text_form, source, sender_id, validity_seconds,
                    unanswered_policy, status, created_by, created_at, urgent)
                SELECT CONCAT('Chiến dịch ', x), 'CANH_BAO', 'x', 'ACCENTED', 'CV', 'CONGANDT', 3600, 'KEEP', 'DRAFT',
                    'soanthao', :now, x = 7 FROM SYSTEM_RANGE(1, 60) AS n(x)
                """, """
                INSERT INTO suppression (msisdn, reason, note, created_by, created_at)
                SELECT CAST(84983000000 + x AS VARCHAR), 'REFUSED', CONCAT('gọi từ 0983', 200000 + x), 'quantri', :now
                FROM SYSTEM_RANGE(1, 120) AS n(x)
                """, """
                INSERT INTO inbound_message (link, received_at, source_addr, dest_addr, text, segments, total, kind, action)
                SELECT 'viettel', :now, CAST(84984000000 + x AS VARCHAR), '8188', '=1+1 hỏi 0912345678', 1, 2, 'REPLY',
                    'FOR_A_PERSON' FROM SYSTEM_RANGE(1, 60) AS n(x)
                """, """
                INSERT INTO broadcast (operator_code, topic, text, area, starts_at, ends_at, source, status, created_by, created_at)
                SELECT 'VIETTEL', CONCAT('Giả danh ', x), 'x', 'Toàn tỉnh', :now, :now, 'CV 1', 'REPORTED', 'soanthao', :now
                FROM SYSTEM_RANGE(1, 60) AS n(x)
                """, """
                INSERT INTO template (code, name, message_class, topic, search_name, created_by, created_at)
                SELECT CONCAT('THU-', 1000 + x), CONCAT('Mẫu thử ', x), 'CANH_BAO', 'F01', CONCAT('thu-', 1000 + x), 'soanthao', :now
                FROM SYSTEM_RANGE(1, 60) AS n(x)
                """, """
                INSERT INTO template_version (template_id, version, text, placeholders, status, created_by, created_at)
                SELECT id, 1, 'x', '[]', CASE WHEN name LIKE '%7' THEN 'DRAFT' ELSE 'SUBMITTED' END, 'soanthao', :now
                FROM template WHERE code LIKE 'THU-%'
                """, """
                INSERT INTO audit_trail (at, actor, action, subject, detail)
                SELECT :now, 'soanthao', 'LIST_TESTED', 'list test', CONCAT('số ', x) FROM SYSTEM_RANGE(1, 130) AS n(x)
                """, """
                INSERT INTO data_request (kind, msisdn, number_hash, requester, received_on, answer_due, due_on, status, created_by,
                    created_at)
                SELECT 'ERASE', '84985000001', 'x', CONCAT('Ông ', x, ', thẻ căn cước'), DATE '2026-11-02', DATE '2026-11-04',
                    DATE '2026-11-30', 'OPEN', 'quantri', :now FROM SYSTEM_RANGE(1, 60) AS n(x)
                """, """
                INSERT INTO retention_run (data_class, up_to, started_at, ended_at, removed, complete, failure)
                SELECT 'RECEIPTS', DATE '2026-10-01', :now, :now, 12345 * x, MOD(x, 3) = 0,
                    CASE WHEN MOD(x, 3) = 1 THEN 'hết chỗ' END FROM SYSTEM_RANGE(1, 70) AS n(x)
                """, """
                INSERT INTO statistics_check (id, started_by, started_at, ended_at, waves, messages, erased, differences)
                VALUES (900, 'quantri', :now, :now, 1, 150, 0, 1)
                """, """
                INSERT INTO statistics_difference (check_id, campaign_id, wave_id, operator_code, figure, kept, counted)
                VALUES (900, 1, 1, 'VIETTEL', 'DELIVERED', 29, 30)
                """)) {
            jdbc.sql(insert).param("now", Utc.column(now)).update();
        }
        jdbc.sql("INSERT INTO broadcast_count SELECT id, 0, 'Cao Lãnh', 1000, 900, 850, 30 FROM broadcast WHERE id > 5")
                .update();
    }

    /**
     * A list and the columns that are compared: those of its page, and the same of its file.
     *
     * @param least how many rows there are, more than the page shows at once
     */
    private record Listed(String path, String query, int[] ofPage, int[] ofFile, int least) {

        static Listed of(String path, String query, int least, int... same) {
            return new Listed(path, query, same, same, least);
        }

        @Override
        public String toString() {
            return path + query;
        }
    }

    static Stream<Listed> lists() {
        return Stream.of(
                new Listed("/campaigns", "", new int[] {0, 2, 3, 4}, new int[] {0, 4, 5, 6}, 61),
                Listed.of("/recipients", "?q=le+thi+1", 60, 0, 1, 2, 3, 4, 5),
                Listed.of("/recipients", "?q=truong+ban+khong+co", 0, 0),
                Listed.of("/recipients", "?q=0961000", 150, 0, 1, 2, 3, 4, 5),
                Listed.of("/suppressions", "?number=0983", 120, 0, 1, 2, 3),
                new Listed("/units", "", new int[] {0, 1, 3, 4}, new int[] {0, 2, 5, 6}, 2),
                new Listed("/inbound", "", new int[] {1, 2, 4, 5}, new int[] {1, 2, 5, 6}, 60),
                Listed.of("/templates", "?q=thu&topic=F01&status=SUBMITTED", 54, 0, 1, 2, 3),
                new Listed("/broadcasts", "", new int[] {0, 1, 2, 4, 5, 6}, new int[] {0, 1, 2, 4, 5, 6}, 60),
                Listed.of("/lagging-units", "?q=xa", 2, 0, 1, 2, 3, 4, 5, 6, 7),
                Listed.of("/lagging-units", "?q=dong&campaign=1", 1, 0, 1, 2, 3, 4, 5, 6, 7),
                Listed.of("/statistics/unreached", "?campaigns=3", 120, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void fileHasTheRowsOfAllPages(Listed list) throws Exception {
        Visitor author = Visitor.loggedIn(port, "soanthao", PASSWORD);

        List<List<String>> shown = shown(author, list.path() + list.query(), "<tbody>", list.ofPage());
        List<List<String>> csv = csv(author, list.path() + ".csv" + list.query());

        assertThat(shown).hasSizeGreaterThanOrEqualTo(list.least());
        assertThat(chosen(csv, list.ofFile())).isEqualTo(shown);
        assertThat(chosen(xlsx(author, list.path() + ".xlsx" + list.query()), list.ofFile()))
                .isEqualTo(shown);
    }

    @Test
    void auditTrailIsExportedAsItIsSearched() throws Exception {
        Visitor office = Visitor.loggedIn(port, "giamsat", PASSWORD);
        String query = "?actor=soanthao&action=LIST_TESTED&subject=list&from=2026-01-01&to=2099-12-31";

        List<List<String>> shown = shown(office, "/audit" + query, "<tbody>", 1, 2, 3, 4);

        assertThat(shown).hasSize(130);
        assertThat(chosen(csv(office, "/audit.csv" + query), 1, 2, 3, 4)).isEqualTo(shown);
        assertThat(chosen(xlsx(office, "/audit.xlsx" + query), 1, 2, 3, 4)).isEqualTo(shown);
        assertThat(csv(office, "/audit.csv?action=LIST_TESTED&from=2099-01-01")).isEmpty();
    }

    @Test
    void unitsOfACampaignAreExportedWithTheirTotal() throws Exception {
        Visitor office = Visitor.loggedIn(port, "giamsat", PASSWORD);
        String page = "/campaigns/1/confirmations";

        List<List<String>> shown = shown(office, page, "<tbody>", 0, 1, 2, 3, 4, 5, 6);

        assertThat(shown).hasSize(3).last().asString().startsWith("[Tổng cộng, 150,");
        assertThat(csv(office, page + ".csv")).isEqualTo(shown);
        assertThat(xlsx(office, page + ".xlsx")).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?state=CONFIRMED", "?state=UNREACHABLE&unitId=1", "?unitId=2"})
    void peopleOfACampaignAreExportedAsTheyAreShown(String query) throws Exception {
        Visitor author = Visitor.loggedIn(port, "soanthao", PASSWORD);
        String page = "/campaigns/1/confirmations";

        List<List<String>> shown = shown(author, page + query, "<h2>", 0, 1, 2, 3);

        assertThat(shown).isNotEmpty();
        assertThat(chosen(csv(author, page + "/people.csv" + query), 0, 1, 2, 3))
                .isEqualTo(shown);
        assertThat(chosen(xlsx(author, page + "/people.xlsx" + query), 0, 1, 2, 3))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&show=ALL", "&show=NOT_REACHED"})
    void peopleOfAUnitAreExportedAsTheyAreShown(String show) throws Exception {
        Visitor author = Visitor.loggedIn(port, "soanthao", PASSWORD);
        String query = "?campaign=1" + show;

        List<List<String>> shown = shown(author, "/units/1/people" + query, "<table>", 0, 1, 2, 3);

        assertThat(shown).hasSizeGreaterThan(100);
        assertThat(chosen(csv(author, "/units/1/people.csv" + query), 0, 1, 2, 3))
                .isEqualTo(shown);
        assertThat(chosen(xlsx(author, "/units/1/people.xlsx" + query), 0, 1, 2, 3))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"/data-requests, <table>, 60", "/retention, <h2>, 70", "/statistics/checks/900, <table, 1"})
    void whatIsOverseenIsExportedAsItIsShown(String page, String from, int least) throws Exception {
        Visitor admin = Visitor.loggedIn(port, "quantri", PASSWORD);

        List<List<String>> shown = shown(admin, page, from, 1, 2, 3, 4);

        assertThat(shown).hasSize(least);
        assertThat(chosen(csv(admin, page + ".csv"), 1, 2, 3, 4)).isEqualTo(shown);
        assertThat(chosen(xlsx(admin, page + ".xlsx"), 1, 2, 3, 4)).isEqualTo(shown);
    }

    @Test
    void listOfThousandsHasEverybodyOnce() throws Exception {
        List<String> numbers = csv(Visitor.loggedIn(port, "soanthao", PASSWORD), "/recipients.csv").stream()
                .map(row -> row.get(1))
                .toList();

        assertThat(numbers).hasSize(PEOPLE + 150).doesNotHaveDuplicates();
    }

    @Test
    void figuresAndTimesAreTypedAndTheHeaderStays() throws Exception {
        byte[] file = Visitor.loggedIn(port, "soanthao", PASSWORD)
                .download("/broadcasts.xlsx")
                .body();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("Nhà mạng gửi theo đề nghị");
            assertThat(sheet.getRow(1).getCell(5).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(sheet.getRow(1).getCell(5).getNumericCellValue()).isEqualTo(900);
            assertThat(sheet.getRow(1).getCell(3).getLocalDateTimeCellValue()).isNotNull();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:G61");
        }
    }

    @Test
    void approversGetMaskedNumbersAsOnThePage() throws Exception {
        Visitor approver = Visitor.loggedIn(port, "pheduyet", PASSWORD);
        for (Listed list : List.of(
                Listed.of("/recipients", "?q=0961000", 150, 1),
                Listed.of("/suppressions", "?number=0983", 120, 0, 2),
                Listed.of("/statistics/unreached", "", 120, 0),
                Listed.of("/inbound", "", 60, 1))) {
            List<List<String>> shown = shown(approver, list.path() + list.query(), "<tbody>", list.ofPage());
            assertThat(shown)
                    .hasSize(list.least())
                    .allSatisfy(row -> assertThat(row.getFirst()).matches("0\\d{3}•••\\d{3}"));
            assertThat(chosen(csv(approver, list.path() + ".csv" + list.query()), list.ofFile()))
                    .isEqualTo(shown);
        }
        assertThat(csv(approver, "/inbound.csv").getFirst().get(3)).endsWith("hỏi 0912•••678");
        assertThat(csv(approver, "/units.csv").getFirst()).contains("Trung tá An", "0912•••678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/recipients.xlsx",
                "/suppressions.csv",
                "/units.csv",
                "/inbound.xlsx",
                "/campaigns/1/confirmations/people.csv"
            })
    void supervisingOfficeGetsNoListOfNumbers(String path) throws Exception {
        assertThat(Visitor.loggedIn(port, "giamsat", PASSWORD).download(path).statusCode())
                .isEqualTo(403);
    }

    @Test
    void supervisingOfficeSeesNoNumberOfThoseWhoWereNeverReached() throws Exception {
        assertThat(csv(Visitor.loggedIn(port, "giamsat", PASSWORD), "/statistics/unreached.csv"))
                .hasSize(120)
                .allSatisfy(row -> assertThat(row).containsExactly("•••", "Xã Đông"));
    }

    @ParameterizedTest
    @CsvSource({
        "/recipients.csv?q=0961000123, list recipients, CSV q=•••",
        "/recipients.xlsx, list recipients, XLSX",
        "/campaigns/1/confirmations/people.csv?unitId=1&state=, list confirmations by person, CSV campaign=1 unitId=1"
    })
    void exportIsAuditedWithWhatWasChosenAndWithoutANumber(String path, String subject, String detail)
            throws Exception {
        assertThat(Visitor.loggedIn(port, "soanthao", PASSWORD).download(path).statusCode())
                .isEqualTo(200);

        assertThat(jdbc.sql("SELECT * FROM audit_trail WHERE action = 'LIST_EXPORTED' ORDER BY id DESC LIMIT 1")
                        .query()
                        .singleRow())
                .containsEntry("actor", "soanthao")
                .containsEntry("subject", subject)
                .containsEntry("detail", detail);
    }

    @Test
    void whatIsRefusedIsAPageAndNotAFile() throws Exception {
        Visitor author = Visitor.loggedIn(port, "soanthao", PASSWORD);
        for (Map.Entry<String, Integer> refused : Map.of(
                        "/statistics/unreached.xlsx?campaigns=0", 400, "/campaigns/987654321/confirmations.csv", 404)
                .entrySet()) {
            HttpResponse<byte[]> answer = author.download(refused.getKey());
            assertThat(answer.statusCode()).isEqualTo(refused.getValue());
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("<main");
        }
    }

    @Test
    void fileIsNamedAsItsListAndSpeaksTheLanguageOfThePage() throws Exception {
        Visitor author = Visitor.loggedIn(port, "soanthao", PASSWORD);
        assertThat(author.download("/recipients.csv?q=le").headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(header -> assertThat(header).contains("nguoi-nhan.csv"));
        author.get("/recipients?lang=en");

        assertThat(new String(author.download("/recipients.csv?q=le").body(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFFull name,Phone number,");
    }
}
