package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.console.Visitor;

class OfficePagesIT extends RunningConsole {

    @Test
    void operatorsBroadcastIsWrittenApprovedByAnotherAndCounted() throws Exception {
        Visitor author = Visitor.loggedIn(port, "soanthao", PASSWORD);
        Map<String, String> request = Map.of(
                "operator", "VIETTEL",
                "topic", "Giả danh ngân hàng",
                "text", "Không cung cấp mã OTP.",
                "area", "Các xã biên giới",
                "startsAt", "2024-05-02T08:00",
                "endsAt", "2024-05-02T17:00",
                "source", "CV 7");
        assertThat(author.submit("/broadcasts/new", "/broadcasts", Map.of("topic", "x"))
                        .body())
                .contains("operator", "chọn một nhà mạng");
        var drafted = author.submit("/broadcasts/new", "/broadcasts", request);
        String page = drafted.uri().getPath();
        assertThat(drafted.body())
                .contains("Giả danh ngân hàng", page + "/submit")
                .doesNotContain("letter.docx");
        author.submit(page, page + "/submit", Map.of());

        Visitor approver = Visitor.loggedIn(port, "pheduyet", PASSWORD);
        assertThat(approver.get(page).body()).contains(page + "/approve").doesNotContain(page + "/submit");
        assertThat(approver.submit(page, page + "/approve", Map.of()).body()).contains("letter.docx");

        assertThat(author.submit(
                                page,
                                page + "/counts",
                                Map.of("subscribers", "10", "sent", "9", "delivered", "9", "failed", "1"))
                        .body())
                .contains("nhiều hơn số đã gửi");
        assertThat(author.submit(
                                page,
                                page + "/counts",
                                Map.of("subscribers", "12345", "sent", "12000", "delivered", "11500", "failed", "400"))
                        .body())
                .contains("11.500", "không có xác nhận từng tin");
        assertThat(author.get("/broadcasts").body()).contains("12.000");
        assertThat(author.get("/statistics?period=2024-05").body()).contains("nhà mạng báo cáo", "Cộng hai nguồn");
    }

    @Test
    void reportIsArchivedFromItsPageAndItsHashesVerified() throws Exception {
        Visitor office = Visitor.loggedIn(port, "giamsat", PASSWORD);
        String report = office.submit("/reports", "/reports", Map.of("period", "2033-04"))
                .uri()
                .getPath();
        var archived = office.submit(report, report + "/archive", Map.of("addressees", ""));
        String run = archived.uri().getPath();
        assertThat(run).startsWith("/report-runs/");
        assertThat(archived.body()).contains("bao-cao-2033-04.pdf", "không gửi cho ai");
        assertThat(office.submit(run, run + "/verify", Map.of()).body()).contains("còn nguyên vẹn");
        assertThat(office.get(run + ".xlsx").statusCode()).isEqualTo(200);
        assertThat(office.get("/report-runs").body()).contains(run);
        assertThat(office.submit(report, report + "/archive", Map.of("addressees", "khong phai thu"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void scheduleIsSetAndWrongFieldsAreToldInVietnamese() throws Exception {
        Visitor admin = Visitor.loggedIn(port, "quantri", PASSWORD);
        assertThat(admin.get("/report-schedules").body()).contains("Chưa cấu hình máy chủ thư");
        String wrong = admin.submit(
                        "/report-schedules",
                        "/report-schedules/QUARTER",
                        Map.of("enabled", "true", "day", "30", "time", "07:30", "addressees", "ai đó"))
                .body();
        assertThat(wrong).contains("ngày phải từ 1 đến 28", "không phải địa chỉ thư điện tử", "ai đó");
        assertThat(admin.submit(
                                "/report-schedules",
                                "/report-schedules/QUARTER",
                                Map.of("enabled", "true", "day", "7", "time", "08:00", "addressees", "a@b.vn"))
                        .body())
                .contains("08:00", "a@b.vn", "bật");
        Visitor office = Visitor.loggedIn(port, "giamsat", PASSWORD);
        assertThat(office.get("/report-schedules").body()).contains("a@b.vn").doesNotContain("Lưu lịch");
    }
}
