package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RestScript;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.console.Visitor;
import vn.canhbao.console.security.Accounts;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.confirmation.UnitCounts;
import vn.canhbao.core.db.Utc;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** A campaign over a built-in SMSC that delivers all of it, and that one of a unit's three answers: what its head, another head and the office see. */
@TestPropertySource(properties = "canhbao.simulator.operators.viettel.password=canhbao")
class UnitFigurePagesIT extends RunningConsole {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private UnitCounts counts;

    @Autowired
    @Qualifier("embeddedSmsc")
    private Object smsc;

    private final String unitName = freshName("Phòng Điện tử");
    private final String otherName = freshName("Xã Đồi");
    private RestScript script;
    private long campaign;
    private long list;
    private long unit;
    private long other;

    @BeforeEach
    void threeAreWarnedAndOneAnswers() {
        script = new RestScript(port);
        String digits = "%04d".formatted(Integer.parseInt(unitName.replaceAll("\\D", "")));
        list = script.list(freshName("Cán bộ đơn vị"), """
                msisdn,full_name,unit
                096222%1$s,Nguyễn Văn Đáp,%2$s
                096333%1$s,Trần Thị Im,%2$s
                096444%1$s,Lê Văn Lặng,%2$s
                096555%1$s,Phạm Người Khác,%3$s
                """.formatted(digits, unitName, otherName));
        campaign = script.send(list, "Khong cung cap ma OTP. Nhan DA NHAN de xac nhan.");
        await().atMost(Duration.ofMinutes(1)).until(() -> script.tally(campaign, "delivered") == 4);
        ((SmscSimulator) ReflectionTestUtils.getField(smsc, "simulator"))
                .deliverMo("viettel", "8496222" + digits, "CANHBAO", "DA NHAN");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> script.campaign(campaign).path("acknowledged").asLong() == 1);
        unit = unit(unitName);
        other = unit(otherName);
        head("truongphong", unit);
        head("chutichxa", other);
        counted();
    }

    @Test
    void headSeesWhoOfTheirUnitHasNotAnsweredAndRemindsThem() throws Exception {
        Visitor head = Visitor.loggedIn(port, "truongphong", PASSWORD);
        String people = "/units/" + unit + "/people?campaign=" + campaign;

        assertThat(head.get("/").body())
                .as("the first page is their unit")
                .contains(unitName, "/units/" + unit + "/people")
                .doesNotContain(otherName, "/campaigns");
        assertThat(head.get(people).body())
                .contains("Trần Thị Im", "Lê Văn Lặng", "0963•••", "nhắc được từ")
                .doesNotContain("Nguyễn Văn Đáp", "Phạm Người Khác", "8496333", "/remind");
        assertThat(head.get(people + "&show=ALL").body()).contains("Nguyễn Văn Đáp", "Đã xác nhận");
        assertThat(head.submit("/my-unit", "/units/" + unit + "/remind", Map.of("campaign", "" + campaign))
                        .statusCode())
                .as("they still have time to answer")
                .isEqualTo(409);

        timeToAnswerIsOver();
        assertThat(head.get(people).body()).contains("Nhắc 2 người chưa xác nhận", "Gửi tin nhắc tới 2 người");
        HttpResponse<String> reminded =
                head.submit(people, "/units/" + unit + "/remind", Map.of("campaign", "" + campaign));

        assertThat(reminded.body()).contains("Đang nhắc 2 người").doesNotContain("/remind\"");
        await().atMost(Duration.ofMinutes(1)).until(() -> script.tally(campaign, "delivered") == 6);
        assertThat(jdbc.sql("SELECT DISTINCT text FROM message WHERE wave_id IN (SELECT id FROM wave WHERE reminder)"
                                + " AND campaign_id = ?")
                        .param(campaign)
                        .query(String.class)
                        .list())
                .containsExactly("Nhac lai: Khong cung cap ma OTP. Nhan DA NHAN de xac nhan.");
        assertThat(head.submit("/my-unit", "/units/" + unit + "/remind", Map.of("campaign", "" + campaign))
                        .statusCode())
                .as("nobody is reminded twice at once")
                .isEqualTo(409);
    }

    @Test
    void anotherUnitDoesNotExistForItsNeighboursHead() throws Exception {
        timeToAnswerIsOver();
        Visitor head = Visitor.loggedIn(port, "chutichxa", PASSWORD);

        HttpResponse<String> page = head.get("/units/" + unit + "/people?campaign=" + campaign);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).doesNotContain(unitName, "Trần Thị Im");
        assertThat(head.submit("/my-unit", "/units/" + unit + "/remind", Map.of("campaign", "" + campaign))
                        .statusCode())
                .isEqualTo(404);
        for (String path : new String[] {"/people?campaign=" + campaign, "/campaigns"}) {
            as("chutichxa")
                    .get()
                    .uri("/api/v1/units/" + unit + path)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        as("chutichxa")
                .post()
                .uri("/api/v1/units/" + unit + "/reminders")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"campaign\":" + campaign + "}")
                .exchange()
                .expectStatus()
                .isNotFound();
        for (String path : new String[] {"/lagging-units", "/units", "/campaigns/" + campaign, "/recipients"}) {
            assertThat(head.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM wave WHERE campaign_id = ?")
                        .param(campaign)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void officeSeesWhichUnitsLagAndNoPeople() throws Exception {
        Visitor office = Visitor.loggedIn(port, "giamsat", PASSWORD);

        String page = office.get("/lagging-units?campaign=" + campaign).body();
        assertThat(page).contains("100 %", "66 %").doesNotContain("Trần Thị Im", "/people");
        assertThat(page.indexOf(otherName)).isPositive().isLessThan(page.indexOf(unitName));
        assertThat(office.get("/lagging-units?q=phong+dien+tu").body())
                .contains(unitName)
                .doesNotContain(otherName);
        assertThat(office.get("/units/" + unit + "/people?campaign=" + campaign).statusCode())
                .isEqualTo(403);
        JsonNode first = get("giamsat", "/api/v1/units/lagging?limit=1&campaign=" + campaign);
        assertThat(first.path("items").path(0).path("unit").asString()).isEqualTo(otherName);
        assertThat(get("giamsat", first.path("next").asString())
                        .path("items")
                        .path(0)
                        .path("figures")
                        .path("counts")
                        .path("notConfirmed")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    void headRemindsByRestWithMaskedNumbers() {
        JsonNode people = get("truongphong", "/api/v1/units/" + unit + "/people?limit=1&campaign=" + campaign);
        assertThat(people.path("items").path(0).path("msisdn").asString()).startsWith("0963•••");
        assertThat(get("truongphong", people.path("next").asString())
                        .path("items")
                        .path(0)
                        .path("fullName")
                        .asString())
                .isEqualTo("Lê Văn Lặng");
        timeToAnswerIsOver();

        JsonNode reminder =
                created("truongphong", "/api/v1/units/" + unit + "/reminders", "{\"campaign\":" + campaign + "}");

        assertThat(reminder.path("people").asLong()).isEqualTo(2);
        assertThat(get("truongphong", "/api/v1/units/" + unit + "/campaigns")
                        .path("items")
                        .path(0)
                        .path("campaignId")
                        .asLong())
                .isEqualTo(campaign);
    }

    @Test
    void authorSeesTheRemindersOfADraftOnItsPage() throws Exception {
        long draft = created("soanthao", "/api/v1/campaigns", """
                {"name":"Trực ban","messageClass":"DIEU_HANH","text":"Nhan DA NHAN de xac nhan.","source":"CV 12","senderId":"CANHBAO",
                 "recipientListIds":[%d],"waves":[{"now":true}],
                 "escalation":{"after":"PT30M","reminders":2,"tellHeads":true}}
                """.formatted(list))
                .path("id")
                .asLong();

        HttpResponse<String> page = Visitor.loggedIn(port, "soanthao", PASSWORD).get("/campaigns/" + draft);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("nhắc những người đã gửi mà chưa xác nhận");
    }

    private JsonNode get(String user, String path) {
        return as(user).get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private void timeToAnswerIsOver() {
        jdbc.sql("UPDATE wave SET started_at = ? WHERE campaign_id = ?")
                .params(Utc.column(Instant.now().minus(Duration.ofMinutes(31))), campaign)
                .update();
    }

    private void counted() {
        jdbc.sql("UPDATE unit_count SET next_at = ? WHERE campaign_id = ?")
                .params(Utc.column(Instant.EPOCH), campaign)
                .update();
        counts.countDue();
        await().until(() -> jdbc.sql("SELECT COALESCE(SUM(confirmed), 0) FROM unit_tally WHERE campaign_id = ?")
                        .param(campaign)
                        .query(Long.class)
                        .single()
                == 1);
    }

    private long unit(String name) {
        return jdbc.sql("SELECT id FROM unit WHERE name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private void head(String username, long of) {
        accounts.put(username, PASSWORD, Role.UNIT_HEAD);
        jdbc.sql("UPDATE user_account SET unit_id = ? WHERE username = ?")
                .params(of, username)
                .update();
    }
}
