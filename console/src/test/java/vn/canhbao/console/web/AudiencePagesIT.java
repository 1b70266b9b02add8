package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.console.Visitor;

/** Recipients, units, audiences and suppressions as people see them. */
class AudiencePagesIT extends RunningConsole {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void unitsAreShownAsATreeAndALoopIsExplained() throws Exception {
        Visitor author = browser("soanthao");
        String top = freshName("Sở trang");
        String below = freshName("Phòng trang");
        author.submit("/units", "/units", Map.of("name", top));
        long topId = unit(top);
        author.submit("/units", "/units", Map.of("name", below, "parentId", "" + topId));
        person("84974440001", "Người Của Phòng", unit(below));

        assertThat(author.get("/units").body())
                .contains(top, "<span class=\"indent\"></span><span>" + below, "/units?change=" + topId);
        HttpResponse<String> loop =
                author.submit("/units", "/units/" + topId, Map.of("name", top, "parentId", "" + unit(below)));
        assertThat(loop.statusCode()).isEqualTo(400);
        assertThat(loop.body()).contains("<strong>parentId</strong>", "đặt như vậy thành vòng");
        assertThat(browser("pheduyet").get("/units").body()).contains(top).doesNotContain("action=\"/units");
    }

    @Test
    void anAudienceIsCountedWhileItIsFilledInAndThenSaved() throws Exception {
        Visitor author = browser("soanthao");
        String unit = freshName("Ban trang");
        author.submit("/units", "/units", Map.of("name", unit));
        long unitId = unit(unit);
        person("84974440002", "Đỗ <b>Đậm</b>", unitId);
        Map<String, String> form = Map.of("name", freshName("Ban"), "unitIds", "" + unitId, "operators", "VIETTEL");

        assertThat(author.submit("/audiences/new", "/audiences/preview", form).body())
                .contains("1 người", "Viettel", unit, "8497***0002", "Đỗ &lt;b&gt;Đậm&lt;/b&gt;")
                .doesNotContain("<html", "84974440002");
        assertThat(author.submit("/audiences/new", "/audiences/preview", Map.of("everybody", "true", "areas", "00"))
                        .body())
                .contains("<strong>narrowing.areas</strong>");

        HttpResponse<String> page = author.submit("/audiences/new", "/audiences", form);
        assertThat(page.uri().getPath()).matches("/audiences/\\d+");
        assertThat(page.body()).contains(form.get("name"), "value=\"VIETTEL\" checked");
        assertThat(author.get("/campaigns/new").body()).contains(form.get("name"), "name=\"audienceIds\"");
        assertThat(author.submit("/audiences/new", "/audiences", Map.of("name", ""))
                        .statusCode())
                .isEqualTo(400);
        author.submit(page.uri().getPath(), page.uri().getPath() + "/delete", Map.of());
        assertThat(author.get("/audiences").body()).doesNotContain(form.get("name"));
    }

    @Test
    void aRecipientsPageTellsEverythingThatIsKnown() throws Exception {
        person("84974440003", "Hồ Thị Biết", null);
        long id = jdbc.sql("SELECT id FROM recipient WHERE msisdn = '84974440003'")
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO recipient_tag (recipient_id, tag) VALUES (?, 'trực ban')")
                .param(id)
                .update();
        jdbc.sql(
                        "UPDATE recipient SET consent_basis = 'CONSENT', consent_date = '2026-03-01', consent_evidence = 'Phiếu 12' WHERE id = ?")
                .param(id)
                .update();
        jdbc.sql(
                        "INSERT INTO suppression (msisdn, reason, note, created_by, created_at) VALUES ('84974440003', 'REFUSED', 'gọi đến', 'quantri', '2026-12-01')")
                .update();
        jdbc.sql(
                        "INSERT INTO recipient_history (recipient_id, full_name, known_until, import_id) VALUES (?, 'Hồ Thị Cũ', '2026-11-01', 1)")
                .param(id)
                .update();
        Visitor author = browser("soanthao");

        assertThat(author.get("/recipients?q=ho+thi+biet").body())
                .contains("Hồ Thị Biết", "84974440003", "/recipients/" + id);
        assertThat(author.get("/recipients?q=kh%C3%B4ng+ai+c%E1%BA%A3").body()).contains("Không tìm thấy ai với");
        assertThat(author.get("/recipients/" + id).body())
                .contains("trực ban", "Người nhận đồng ý", "01/03/2026", "Phiếu 12", "gọi đến", "Hồ Thị Cũ")
                .contains("Chưa có tin nào gửi tới số này.");
        assertThat(author.get("/recipients/" + id + "?lang=en").body()).contains("What was known before");
        assertThat(author.get("/recipients/987654321").statusCode()).isEqualTo(404);
    }

    @Test
    void numbersAreSuppressedAndLiftedWithAReason() throws Exception {
        Visitor admin = browser("quantri");

        HttpResponse<String> added = admin.submit(
                "/suppressions",
                "/suppressions",
                Map.of("numbers", "0975550001\n0975550002", "reason", "WRONG_NUMBER", "note", "gọi nhầm"));
        assertThat(added.body()).contains("Đã chặn 2 số", "84975550001", "Sai số", "gọi nhầm");
        HttpResponse<String> wrong =
                admin.submit("/suppressions", "/suppressions", Map.of("numbers", "12", "reason", "MANUAL"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("dòng 1 (line 1)");

        admin.submit("/suppressions", "/suppressions/lift", Map.of("number", "0975550001", "reason", "đúng số"));
        assertThat(admin.get("/suppressions?number=0975550").body())
                .contains("84975550002")
                .doesNotContain("84975550001");
        assertThat(browser("soanthao").get("/suppressions").body())
                .contains("action=\"/suppressions\"")
                .doesNotContain("/suppressions/lift");
    }

    @Test
    void theOfficeSeesNoneOfIt() throws Exception {
        Visitor office = browser("giamsat");

        for (String path : new String[] {"/recipients", "/units", "/audiences", "/suppressions"}) {
            assertThat(office.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(office.get("/campaigns").body()).doesNotContain("/recipients", "/suppressions");
    }

    private Visitor browser(String user) throws Exception {
        return Visitor.loggedIn(port, user, PASSWORD);
    }

    private long unit(String name) {
        return jdbc.sql("SELECT id FROM unit WHERE name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private void person(String msisdn, String name, Long unit) {
        jdbc.sql("""
                        INSERT INTO recipient (msisdn, full_name, search_name, unit_id, created_at, updated_at)
                        VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)
                        """)
                .params(msisdn, name, vn.canhbao.core.recipient.SearchWords.folded(name), unit)
                .update();
        jdbc.sql("INSERT INTO changed_name (recipient_id) SELECT id FROM recipient WHERE msisdn = ?")
                .param(msisdn)
                .update();
    }
}
