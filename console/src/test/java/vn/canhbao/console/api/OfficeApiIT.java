package vn.canhbao.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.report.schedule.ReportSchedules;

/** Scheduled and archived reports and operators' broadcasts, by REST. */
class OfficeApiIT extends RunningConsole {

    @Autowired
    private Scheduler quartz;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ReportSchedules schedules;

    @Test
    void scheduleLivesInQuartzsStoreAndMakesAPeriodsReportOnce() throws SchedulerException {
        String on = "{\"enabled\":true,\"day\":5,\"time\":\"07:30\",\"addressees\":[\"ubnd@tinh.example.gov.vn\"]}";
        assertThat(call("quantri", HttpMethod.PUT, "/api/v1/report-schedules/YEAR", on, 200)
                        .path("time")
                        .asString())
                .isEqualTo("07:30");
        CronTrigger trigger = (CronTrigger) quartz.getTrigger(new TriggerKey("report-YEAR", "reports"));
        assertThat(trigger.getCronExpression()).isEqualTo("0 30 7 5 1 ?");
        assertThat(trigger.getTimeZone().getID()).isEqualTo("Asia/Ho_Chi_Minh");
        assertThat(trigger.getMisfireInstruction()).isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
        assertThat(quartz.getMetaData().isJobStoreSupportsPersistence()).isTrue();

        String due = schedules
                .get(vn.canhbao.report.ReportPeriod.Kind.YEAR)
                .lastDue(Instant.now())
                .text();
        JobKey job = new JobKey("report-YEAR", "reports");
        quartz.triggerJob(job);
        await().untilAsserted(() -> assertThat(runsOf(due)).isEqualTo(1));
        quartz.triggerJob(job);
        await().untilAsserted(
                        () -> assertThat(quartz.getCurrentlyExecutingJobs()).isEmpty());
        assertThat(runsOf(due)).isEqualTo(1);

        call("quantri", HttpMethod.PUT, "/api/v1/report-schedules/YEAR", on.replace("true", "false"), 200);
        assertThat(quartz.checkExists(job)).isFalse();
        assertThat(call("quantri", HttpMethod.PUT, "/api/v1/report-schedules/YEAR", on.replace("5", "31"), 400)
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("day");
        call("quantri", HttpMethod.PUT, "/api/v1/report-schedules/WEEK", on, 404);
    }

    @Test
    void archivedReportIsDownloadedAsItWasMadeAndVerified() {
        long report = created("giamsat", "/api/v1/reports", "{\"period\":\"2033-03\"}")
                .path("id")
                .asLong();
        JsonNode run = created("giamsat", "/api/v1/reports/" + report + "/runs", "{\"addressees\":[]}");
        String path = "/api/v1/report-runs/" + run.path("id").asLong();
        byte[] first = file(path + ".pdf");
        assertThat(file(path + ".pdf")).isEqualTo(first);
        assertThat(run.path("files").size()).isEqualTo(3);
        assertThat(call("giamsat", HttpMethod.POST, path + "/verify", "", 200).findValuesAsString("intact"))
                .containsOnly("true");
        first[first.length / 3] ^= 1;
        jdbc.sql("UPDATE report_file SET content = ? WHERE run_id = ? AND format = 'PDF'")
                .params(first, run.path("id").asLong())
                .update();
        JsonNode verdicts = call("giamsat", HttpMethod.POST, path + "/verify", "", 200);
        for (JsonNode verdict : verdicts) {
            assertThat(verdict.path("intact").asBoolean())
                    .isEqualTo(!verdict.path("format").asString().equals("PDF"));
        }
        call("giamsat", HttpMethod.POST, path + "/mail", "", 409);
        call("giamsat", HttpMethod.POST, "/api/v1/reports/" + report + "/runs", "{\"addressees\":[\"x\"]}", 400);
    }

    @Test
    void operatorsBroadcastGoesFromDraftToTheReport() {
        String path = "/api/v1/broadcasts/"
                + created("soanthao", "/api/v1/broadcasts", """
                        {"operator":"VIETTEL","topic":"Giả danh công an","text":"Không chuyển tiền.","area":"Toàn tỉnh",
                         "startsAt":"2024-03-01T08:00:00+07:00","endsAt":"2024-03-01T17:00:00+07:00","source":"CV 12"}
                        """).path("id").asLong();
        call("soanthao", HttpMethod.GET, path + "/letter.pdf", null, 409);
        call("soanthao", HttpMethod.POST, path + "/submit", "", 200);
        assertThat(call("pheduyet", HttpMethod.POST, path + "/approve", "", 200)
                        .path("status")
                        .asString())
                .isEqualTo("APPROVED");
        assertThat(new String(file(path + "/letter.pdf"), 0, 5)).isEqualTo("%PDF-");
        assertThat(file(path + "/letter.docx")).startsWith('P', 'K');
        JsonNode reported = call(
                "soanthao",
                HttpMethod.PUT,
                path + "/counts",
                "{\"counts\":[{\"area\":\"Cao Lãnh\",\"subscribers\":1000,\"sent\":900,\"delivered\":850,\"failed\":30}]}",
                200);
        assertThat(reported.path("total").path("delivered").asLong()).isEqualTo(850);

        JsonNode report = created("giamsat", "/api/v1/reports", "{\"period\":\"2024-03\"}");
        JsonNode facts = report.path("facts");
        assertThat(facts.path("total").path("confirmed").asLong()).isZero();
        assertThat(facts.path("broadcasts").path(0).path("delivered").asLong()).isEqualTo(850);
        String csv = new String(
                file("/api/v1/reports/" + report.path("id").asLong() + ".csv"),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv).contains("Nhà mạng gửi theo đề nghị (nhà mạng báo cáo),900,850");
        assertThat(new String(
                        file("/api/v1/statistics/tables.csv?period=2024-03"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Nhà mạng gửi theo đề nghị (nhà mạng báo cáo),900,850");
    }

    private long runsOf(String period) {
        return jdbc.sql("SELECT COUNT(*) FROM report_run WHERE scheduled_for = ?")
                .param(period)
                .query(Long.class)
                .single();
    }

    private byte[] file(String path) {
        return as("giamsat")
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode call(String person, HttpMethod method, String path, String json, int status) {
        var request = as(person).method(method).uri(path);
        if (json != null && !json.isEmpty()) {
            request.contentType(MediaType.APPLICATION_JSON).body(json);
        }
        return request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
