package vn.canhbao.core.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class OperatorsIT {

    final TestDatabase.Opened database;
    Operators operators;

    OperatorsIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void operators() {
        operators = new Operators(database.jdbc());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void overrideWinsThenTheLongestPrefixThenUnknown() {
        database.jdbc()
                .sql(
                        "INSERT INTO operator_override VALUES ('84980000001', 'MOBIFONE', 'PORT_LIST', '2026-12-01 00:00:00')")
                .update();

        assertThat(operators.of(List.of(
                        "84980000001",
                        "84980000002",
                        "84998000001",
                        "84993000001",
                        "84550000001",
                        "84950000001",
                        "84420000001")))
                .containsOnly(
                        entry("84980000001", "MOBIFONE"),
                        entry("84980000002", "VIETTEL"),
                        entry("84998000001", "ITEL"),
                        entry("84993000001", "GMOBILE"),
                        entry("84550000001", "WINTEL"),
                        entry("84950000001", "UNKNOWN"),
                        entry("84420000001", "UNKNOWN"));
        assertThat(operators.of(List.of())).isEmpty();
    }

    @Test
    void changedPrefixesTakeEffectWhenTheyAreRefreshed() {
        operators.of(List.of("84980000001"));
        database.jdbc()
                .sql("INSERT INTO operator_prefix VALUES ('9800', 'WINTEL')")
                .update();
        try {
            assertThat(operators.of(List.of("84980000001"))).containsValue("VIETTEL");

            operators.refreshPrefixes();

            assertThat(operators.of(List.of("84980000001"))).containsValue("WINTEL");
        } finally {
            database.jdbc()
                    .sql("DELETE FROM operator_prefix WHERE prefix = '9800'")
                    .update();
        }
    }

    @Test
    void displayNamesStandByNameWithUnknownLast() {
        assertThat(operators.displayNames().keySet())
                .containsExactly(
                        "GMOBILE", "ITEL", "MOBIFONE", "VIETNAMOBILE", "VIETTEL", "VINAPHONE", "WINTEL", "UNKNOWN");
        assertThat(operators.displayNames()).containsEntry("ITEL", "iTel").containsEntry("UNKNOWN", "Chưa rõ");
    }
}
