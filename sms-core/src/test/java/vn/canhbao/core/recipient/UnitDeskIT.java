package vn.canhbao.core.recipient;

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
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class UnitDeskIT {

    final TestDatabase.Opened database;
    final UnitTree tree;
    final UnitDesk desk;
    final Unit province;
    final Unit office;
    final Unit team;

    UnitDeskIT(TestDatabase kind) {
        database = kind.open();
        tree = new UnitTree(database.jdbc());
        var clock = new SettableClock(Instant.parse("2026-12-01T01:00:00Z"));
        desk = new UnitDesk(
                database.jdbc(), tree, new Operators(database.jdbc()), new AuditTrail(database.jdbc(), clock), clock);
        province = desk.create("Công an tỉnh", null, "quantri");
        office = desk.create(" Phòng An ninh mạng ", province.id(), "quantri");
        team = desk.create("Đội 1", office.id(), "quantri");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theTreeCountsPeopleOfAUnitAndBelowIt() {
        person("84980000001", office);
        person("84980000002", team);
        desk.create("Xã Tân Lập", null, "quantri");

        assertThat(desk.tree())
                .extracting(node -> "%s %d %d %d %s"
                        .formatted(
                                node.unit().name(),
                                node.depth(),
                                node.people(),
                                node.peopleBelow(),
                                node.unit().kind()))
                .containsExactly(
                        "Công an tỉnh 0 0 2 OFFICE",
                        "Phòng An ninh mạng 1 1 2 OFFICE",
                        "Đội 1 2 1 1 OFFICE",
                        "Xã Tân Lập 0 0 0 COMMUNE");
    }

    @Test
    void aUnitMovesWithAllBelowIt() {
        Unit other = desk.create("Trung tâm", null, "quantri");

        desk.move(office.id(), other.id(), "quantri");

        assertThat(tree.withSubUnits(List.of(other.id())))
                .containsExactlyInAnyOrder(other.id(), office.id(), team.id());
        assertThat(tree.withSubUnits(List.of(province.id(), province.id()))).containsExactly(province.id());
        assertThat(desk.move(office.id(), null, "quantri").parentId()).isNull();
    }

    @Test
    void aLoopIsRefusedAndNothingMoves() {
        assertThatThrownBy(() -> desk.move(province.id(), team.id(), "quantri"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("parentId: “Đội 1” đang trực thuộc “Công an tỉnh”")
                .hasMessageContaining("would make a loop");
        assertThatThrownBy(() -> desk.move(office.id(), office.id(), "quantri"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("chính nó");
        assertThat(desk.get(province.id()).parentId()).isNull();
    }

    @Test
    void unknownUnitsAndNamesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> desk.move(team.id(), 999L, "quantri")).hasMessageContaining("parentId");
        assertThatThrownBy(() -> desk.create("Đội 2", 999L, "quantri")).hasMessageContaining("parentId");
        assertThatThrownBy(() -> desk.move(999, null, "quantri")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.rename(999, "x", "quantri")).isInstanceOf(NotFound.class);
        for (String name : new String[] {" ", null, "x".repeat(201), "Đội 1"}) {
            assertThatThrownBy(() -> desk.rename(office.id(), name, "quantri"))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageStartingWith("name");
        }
    }

    @Test
    void aRenamedUnitMayBecomeACommuneAndEveryChangeIsAudited() {
        assertThat(desk.rename(team.id(), "Xã Tân Lập", "quantri").kind()).isEqualTo(UnitKind.COMMUNE);
        desk.move(team.id(), province.id(), "quantri");

        assertThat(database.jdbc()
                        .sql("SELECT action FROM audit_trail ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("UNIT_CREATED", "UNIT_CREATED", "UNIT_CREATED", "UNIT_RENAMED", "UNIT_MOVED");
    }

    private void person(String msisdn, Unit unit) {
        database.jdbc()
                .sql(
                        "INSERT INTO recipient (msisdn, full_name, unit_id, created_at, updated_at) VALUES (?, 'An', ?, '2026-12-01', '2026-12-01')")
                .params(msisdn, unit.id())
                .update();
    }

    @Test
    void aUnitHasAHeadWhoseNumberIsReadAsPeopleWriteIt() {
        Unit headed = desk.headedBy(office.id(), " Trung tá Nguyễn Văn A ", "0912 345 678", "quantri");

        assertThat(headed.headName()).isEqualTo("Trung tá Nguyễn Văn A");
        assertThat(headed.headMsisdn()).isEqualTo("84912345678");
        assertThat(desk.get(office.id())).isEqualTo(headed);
        assertThat(desk.headedBy(office.id(), null, " ", "quantri").headMsisdn())
                .isNull();
    }

    @Test
    void aHeadsNumberThatNoSmsReachesIsRefusedByField() {
        assertThatThrownBy(() -> desk.headedBy(office.id(), "A", "0280 3822 123", "quantri"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .extracting(problem -> problem.field())
                                .isEqualTo("headMsisdn"));
    }
}
