package vn.canhbao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84912345678", "-1", "@SUM(A1)", "\tx", "\r=1", "\n=1"})
    void whatASpreadsheetTakesForAFormulaIsTextAndComesBackAsItWas(String dangerous) {
        assertThat(FormulaGuard.guarded(dangerous)).isEqualTo("'" + dangerous);
        assertThat(FormulaGuard.plain(FormulaGuard.guarded(dangerous))).isEqualTo(dangerous);
    }

    @Test
    void otherTextIsLeftAlone() {
        for (String harmless : new String[] {"", "Nguyễn Văn An", "a=b", "'", "'quoted'", "0912345678"}) {
            assertThat(FormulaGuard.guarded(harmless)).isEqualTo(harmless);
            assertThat(FormulaGuard.plain(harmless)).isEqualTo(harmless);
        }
    }
}
