package vn.canhbao.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.InvalidInput;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReportDeskIT {

    private final TestDatabase.Opened database;
    private final ReportDrafts drafts;
    private final ReportDesk desk;

    ReportDeskIT(TestDatabase kind) {
        database = kind.open();
        Clock clock = Clock.fixed(SampleReport.NOW, ZoneOffset.UTC);
        drafts = new ReportDrafts(database.jdbc(), clock);
        desk = new ReportDesk(drafts, SampleReport.OFFICE, new AuditTrail(database.jdbc(), clock));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void newReportHasTheUsualWordsAndTheOfficesNames() {
        ReportDraft draft = desk.begin(ReportPeriod.parse("2026-11"), "giamsat");
        assertThat(draft.subject()).endsWith("tháng 11 năm 2026");
        assertThat(draft.addressees()).containsExactly("Ủy ban nhân dân tỉnh Đồng Tháp");
        assertThat(draft.sections()).hasSize(4);
        assertThat(draft.sections().get(1)).anyMatch(text -> text.contains("{planned}"));
        assertThat(drafts.page(null, 10)).contains(draft);
    }

    @Test
    void editedWordsAreKeptAndASecondEditorIsTold() {
        ReportDraft draft = desk.begin(ReportPeriod.parse("2026-Q4"), "giamsat");
        ReportDraft.Words words = new ReportDraft.Words(
                " Trích yếu ",
                List.of("Ủy ban nhân dân tỉnh", "Công an tỉnh"),
                List.of("Căn cứ Luật An ninh mạng;"),
                List.of(List.of("Đoạn một\nĐoạn hai"), List.of("{planned} tin"), List.of(), List.of("Không.")),
                List.of(),
                List.of("CHÁNH VĂN PHÒNG"),
                "Lê A");
        ReportDraft edited = desk.edit(draft.id(), 0, words, "soanthao");
        assertThat(edited.subject()).isEqualTo("Trích yếu");
        assertThat(edited.sections().getFirst()).containsExactly("Đoạn một", "Đoạn hai");
        assertThat(edited.sections().get(2)).isEmpty();
        assertThat(edited.version()).isEqualTo(1);
        assertThat(edited.changedBy()).isEqualTo("soanthao");
        assertThatThrownBy(() -> desk.edit(draft.id(), 0, words, "giamsat")).isInstanceOf(ConflictingState.class);
        assertThat(drafts.get(draft.id())).isEqualTo(edited);
    }

    @Test
    void wrongFieldsAreNamedAndNothingIsChanged() {
        ReportDraft draft = desk.begin(ReportPeriod.parse("2026"), "giamsat");
        assertThatThrownBy(() -> desk.edit(
                        draft.id(),
                        0,
                        new ReportDraft.Words(
                                "",
                                List.of(),
                                List.of(),
                                List.of(List.of("{readers} người"), List.of(), List.of(), List.of()),
                                List.of(),
                                List.of("x"),
                                ""),
                        "giamsat"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting("field")
                                .containsExactlyInAnyOrder("subject", "addressees", "sections[0]"));
        assertThat(drafts.get(draft.id())).isEqualTo(draft);
    }
}
