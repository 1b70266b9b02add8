package vn.canhbao.scheduler.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * A cell as a person means it: a number with all its digits (a sheet shows 9.12E+08 where 912345678 is stored), a day as
 * {@code 2026-11-30}, text as it is.
 */
final class XlsxCell {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^]]*]");
    private static final Pattern DAY = Pattern.compile("[dy]", Pattern.CASE_INSENSITIVE);

    // 31 December 9999. A number in a column that was once formatted as a date is a number.
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private XlsxCell() {}

    static String text(Cell cell) {
        if (!(cell.getValue() instanceof BigDecimal number)) {
            return cell.getText();
        }
        if (cell.getType() == CellType.NUMBER && number.compareTo(LAST_DAY) < 0 && isDay(cell)) {
            LocalDateTime time = cell.asDate();
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? time.toLocalDate().toString()
                    : time.toString();
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    // ECMA-376 part 1, §18.8.30: the built-in formats 14 to 22 are dates and times, 27 to 36 and 50 to 58 those of East
    // Asia.
    private static boolean isDay(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id == null) {
            return false;
        }
        return switch (id) {
            case 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> true;
            default ->
                cell.getDataFormatString() != null
                        && DAY.matcher(QUOTED.matcher(cell.getDataFormatString())
                                        .replaceAll(""))
                                .find();
        };
    }
}
