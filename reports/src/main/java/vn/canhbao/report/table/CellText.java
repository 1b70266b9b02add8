package vn.canhbao.report.table;

import java.math.BigDecimal;
import vn.canhbao.report.SectionFigures;

/** A cell as people read it: {@code 2.000.000}. */
public final class CellText {

    private CellText() {}

    public static String of(Object cell) {
        return switch (cell) {
            case null -> "";
            case Long number -> SectionFigures.number(number);
            case BigDecimal money -> SectionFigures.money(money);
            case Double seconds -> String.format(java.util.Locale.GERMANY, "%,.1f", seconds);
            default -> cell.toString();
        };
    }
}
