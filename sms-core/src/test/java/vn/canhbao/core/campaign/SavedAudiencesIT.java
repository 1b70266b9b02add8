package vn.canhbao.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.core.recipient.RecipientKind;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SavedAudiencesIT {

    static final AudienceDefinition STAFF = new AudienceDefinition(
            true,
            null,
            null,
            new Narrowing(null, null, List.of(RecipientKind.STAFF), null, null, null, null, null, null));

    final TestDatabase.Opened database;
    final SavedAudiences saved;
    final AudiencePreviews previews;

    SavedAudiencesIT(TestDatabase kind) {
        database = kind.open();
        var jdbc = database.jdbc();
        var clock = new SettableClock(Instant.parse("2026-12-01T01:00:00Z"));
        saved = new SavedAudiences(jdbc, new AudienceRules(jdbc), new AuditTrail(jdbc, clock), clock);
        previews = new AudiencePreviews(jdbc, new AudienceMembers(jdbc));
        jdbc.sql("INSERT INTO unit (id, name, kind, created_at) VALUES (3, 'Phòng A', 'OFFICE', '2026-12-01')")
                .update();
        jdbc.sql("""
                        INSERT INTO recipient (msisdn, full_name, unit_id, kind, created_at, updated_at) VALUES
                            ('84961000001', 'An', 3, 'STAFF', '2026-12-01', '2026-12-01'),
                            ('84961000002', 'Bình', 3, 'STAFF', '2026-12-01', '2026-12-01'),
                            ('84911000003', 'Chi', NULL, 'STAFF', '2026-12-01', '2026-12-01'),
                            ('84911000004', 'Dũng', NULL, 'SUBSCRIBER', '2026-12-01', '2026-12-01')
                        """).update();
        jdbc.sql(
                        "INSERT INTO suppression (msisdn, reason, created_by, created_at) VALUES ('84961000002', 'REFUSED', 'a', '2026-12-01')")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAudienceIsSavedChangedListedAndDeleted() {
        SavedAudience staff = saved.create(" Cán bộ ", STAFF, "soanthao");
        SavedAudience other = saved.create("Khác", STAFF, "soanthao");

        assertThat(saved.get(staff.id())).isEqualTo(staff);
        assertThat(staff.name()).isEqualTo("Cán bộ");
        assertThat(staff.definition()).isEqualTo(STAFF);
        assertThat(saved.page(null, 10)).extracting(SavedAudience::id).containsExactly(other.id(), staff.id());
        assertThat(saved.page(other.id(), 10)).extracting(SavedAudience::id).containsExactly(staff.id());
        var units = new AudienceDefinition(false, null, List.of(3L), null);
        assertThat(saved.change(staff.id(), "Phòng A", units, "quantri").changedBy())
                .isEqualTo("quantri");
        assertThat(saved.get(staff.id()).definition()).isEqualTo(units);
        saved.delete(staff.id(), "quantri");
        assertThatThrownBy(() -> saved.get(staff.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> saved.delete(staff.id(), "quantri")).isInstanceOf(NotFound.class);
    }

    @Test
    void takenAndBlankNamesAreRefused() {
        saved.create("Cán bộ", STAFF, "soanthao");
        long other = saved.create("Khác", STAFF, "soanthao").id();

        assertThatThrownBy(() -> saved.create("Cán bộ", STAFF, "soanthao")).hasMessageStartingWith("name");
        assertThatThrownBy(() -> saved.change(other, "Cán bộ", STAFF, "soanthao"))
                .hasMessageStartingWith("name");
        assertThatThrownBy(() -> saved.create(null, STAFF, "soanthao")).hasMessageStartingWith("name");
    }

    @Test
    void everythingThatDoesNotExistIsNamedByItsField() {
        var wrong = new AudienceDefinition(
                false,
                List.of(91L),
                List.of(92L),
                new Narrowing(
                        List.of(93L),
                        List.of("00"),
                        null,
                        List.of("viettel"),
                        List.of("không ai"),
                        List.of(94L),
                        List.of(95L),
                        List.of(96L, 0L),
                        List.of(97L)));

        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> saved.create("x", wrong, "soanthao"));

        assertThat(refused.problems())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "recipientListIds",
                        "unitIds",
                        "narrowing.unitIds",
                        "narrowing.areas",
                        "narrowing.operators",
                        "narrowing.tags",
                        "narrowing.addressedBy",
                        "narrowing.notAddressedBy",
                        "narrowing.notReachedBy",
                        "narrowing.notAcknowledgedBy");
        assertThat(refused.problems().get(3).message()).contains("địa bàn mã “00”", "no area 00");
    }

    @Test
    void anAudienceOfNothingAndOneOfEverybodyAndListsAreRefused() {
        assertThatThrownBy(() -> saved.create("x", new AudienceDefinition(false, null, null, null), "a"))
                .hasMessageContaining("recipientListIds");
        assertThatThrownBy(() -> saved.create("x", new AudienceDefinition(true, null, List.of(3L), null), "a"))
                .hasMessageContaining("everybody:");
    }

    @Test
    void aPreviewCountsByOperatorAndUnitAndMasksNumbers() {
        AudiencePreview preview = previews.of(STAFF.audience());

        assertThat(preview.total()).isEqualTo(3);
        assertThat(preview.suppressed()).isEqualTo(1);
        assertThat(preview.byOperator()).isEqualTo(Map.of("VIETTEL", 2L, "VINAPHONE", 1L));
        assertThat(preview.byUnit())
                .containsExactly(
                        new AudiencePreview.UnitCount(3L, "Phòng A", 2), new AudiencePreview.UnitCount(null, null, 1));
        assertThat(preview.first())
                .extracting(AudiencePreview.Person::msisdn)
                .containsExactly("8496***0001", "8496***0002", "8491***0003");
    }
}
