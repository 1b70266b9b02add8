package vn.canhbao.report.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotAllowed;
import vn.canhbao.report.ReportFacts;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.SampleReport;
import vn.canhbao.report.StoredStatistics;
import vn.canhbao.report.table.ReportTable;
import vn.canhbao.report.table.ReportTables;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class BroadcastDeskIT {

    private static final Instant START = Instant.parse("2026-11-20T01:00:00Z");
    private static final BroadcastRequest REQUEST = new BroadcastRequest(
            "VIETTEL",
            "Giả danh công an",
            "Không chuyển tiền cho người lạ.",
            "Toàn tỉnh",
            START,
            START.plusSeconds(7200),
            "CV 12");

    private final TestDatabase.Opened database;
    private final Broadcasts broadcasts;
    private final BroadcastDesk desk;
    private final SettableClock clock = new SettableClock(SampleReport.NOW);

    BroadcastDeskIT(TestDatabase kind) {
        database = kind.open();
        broadcasts = new Broadcasts(database.jdbc());
        desk = new BroadcastDesk(
                broadcasts, new Operators(database.jdbc()), new AuditTrail(database.jdbc(), clock), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void authorCannotApproveAndARejectedOneGoesBackWithItsReason() {
        long id = desk.draft(REQUEST, "soanthao").id();
        desk.submit(id, "soanthao");
        assertThatThrownBy(() -> desk.approve(id, "soanthao")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.change(id, REQUEST, "soanthao")).isInstanceOf(ConflictingState.class);
        assertThat(desk.reject(id, "pheduyet", "Sai khu vực").status()).isEqualTo(BroadcastStatus.DRAFT);
        assertThat(broadcasts.get(id).remark()).isEqualTo("Sai khu vực");
        desk.submit(id, "soanthao");
        assertThat(desk.approve(id, "pheduyet").decidedBy()).isEqualTo("pheduyet");
        assertThatThrownBy(() -> desk.submit(id, "soanthao")).isInstanceOf(ConflictingState.class);
    }

    @Test
    void operatorsFiguresStandInTheReportBesideOursAndNotAmongThem() {
        long id = approved();
        desk.report(
                id,
                null,
                List.of(new AreaCount("Cao Lãnh", 1000, 900, 850, 30), new AreaCount("Mỹ An", 500, 400, 380, 20)),
                "soanthao");
        ReportFacts facts = facts("2026-11");
        assertThat(facts.total().planned()).isZero();
        assertThat(facts.total().confirmed()).isZero();
        assertThat(facts.broadcasts()).singleElement().satisfies(one -> {
            assertThat(one.sent()).isEqualTo(1300);
            assertThat(one.delivered()).isEqualTo(1230);
            assertThat(one.failed()).isEqualTo(50);
            assertThat(one.operator()).isEqualTo("Viettel");
        });
        ReportTable both = ReportTables.results(facts).getLast();
        assertThat(both.rows().get(1)).containsExactly("Nhà mạng gửi theo đề nghị (nhà mạng báo cáo)", 1300L, 1230L);
        assertThat(both.totals()).containsExactly("Cộng hai nguồn", 1300L, 1230L);
        assertThat(facts("2026-10").broadcasts()).isEmpty();
        assertThat(ReportTables.results(facts("2026-10"))).hasSize(5);
    }

    @Test
    void figuresAreCorrectedAsAWholeAndNeverMoreThanWereSent() {
        long id = desk.draft(REQUEST, "soanthao").id();
        List<AreaCount> counts = List.of(new AreaCount("Toàn tỉnh", 10, 9, 8, 1));
        assertThatThrownBy(() -> desk.report(id, null, counts, "soanthao")).isInstanceOf(ConflictingState.class);
        desk.submit(id, "soanthao");
        desk.approve(id, "pheduyet");
        desk.report(id, null, List.of(new AreaCount("A", 10, 9, 8, 1), new AreaCount("B", 1, 1, 1, 0)), "soanthao");
        desk.report(id, START.plusSeconds(60), counts, "soanthao");
        assertThat(broadcasts.counts(id)).isEqualTo(counts);
        assertThat(broadcasts.get(id).sentOn()).isEqualTo(START.plusSeconds(60));
        assertThatThrownBy(() -> desk.report(id, null, List.of(new AreaCount("A", 10, 9, 8, 2)), "soanthao"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("counts[0]");
    }

    @Test
    void everyWrongFieldIsNamed() {
        assertThatThrownBy(
                        () -> desk.draft(new BroadcastRequest("UNKNOWN", " ", null, "", START, START, ""), "soanthao"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting("field")
                                .containsExactly("operator", "topic", "text", "area", "source", "endsAt"));
    }

    private long approved() {
        long id = desk.draft(REQUEST, "soanthao").id();
        desk.submit(id, "soanthao");
        desk.approve(id, "pheduyet");
        return id;
    }

    private ReportFacts facts(String period) {
        return new StoredStatistics(database).reports().read(ReportPeriod.parse(period));
    }
}
