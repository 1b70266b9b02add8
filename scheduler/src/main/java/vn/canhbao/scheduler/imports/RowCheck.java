package vn.canhbao.scheduler.imports;

import static vn.canhbao.scheduler.imports.RecipientColumn.FULL_NAME;
import static vn.canhbao.scheduler.imports.RecipientColumn.MSISDN;
import static vn.canhbao.scheduler.imports.RecipientColumn.PARENT_UNIT;
import static vn.canhbao.scheduler.imports.RecipientColumn.UNIT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.recipient.ImportReject;
import vn.canhbao.core.recipient.Msisdn;
import vn.canhbao.core.recipient.MsisdnParser;
import vn.canhbao.core.recipient.ParsedMsisdn;
import vn.canhbao.core.recipient.Person;
import vn.canhbao.scheduler.imports.RowOutcome.Rejected;
import vn.canhbao.scheduler.imports.RowOutcome.Repeated;
import vn.canhbao.scheduler.imports.RowOutcome.Usable;
import vn.canhbao.scheduler.table.TableRow;

/**
 * Turns rows into people, or says what is wrong with them: the first problem of a row only. It depends on nothing but
 * the file's earlier rows; shown them again after a restart, it knows every number that has been seen.
 */
class RowCheck {

    private static final int NAME_LENGTH = 200;
    private static final String LEVEL = " / ";
    private static final int ATTRIBUTES_LENGTH = 4000;
    // What a spreadsheet shows where a formula went wrong; nobody is called so.
    private static final Pattern FORMULA_ERROR = Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileLayout layout;
    private final MsisdnParser parser;
    private final TraitsReader traits;
    private final SeenNumbers seen = new SeenNumbers();
    private final UnitsOfFile units = new UnitsOfFile();
    private long converted;

    RowCheck(FileLayout layout, MsisdnParser parser) {
        this.layout = layout;
        this.parser = parser;
        this.traits = new TraitsReader(layout);
    }

    RowOutcome process(TableRow row) {
        List<String> cells = row.cells();
        if (cells.size() != layout.header().size()) {
            return rejected(
                    row,
                    "row",
                    String.join(",", cells),
                    "Dòng có " + cells.size() + " cột, dòng tiêu đề có "
                            + layout.header().size() + "; đặt ô có dấu phân cách trong ngoặc kép (the row has "
                            + cells.size() + " columns, the header "
                            + layout.header().size()
                            + ": quote cells that contain the delimiter)");
        }
        String written = cells.get(layout.columns().get(MSISDN));
        try {
            return switch (parser.parse(written)) {
                case ParsedMsisdn.Refused(String reason) -> throw new WrongCell(MSISDN, written, reason);
                case ParsedMsisdn.Mobile(Msisdn msisdn, boolean old) -> person(row, msisdn, old);
            };
        } catch (WrongCell wrong) {
            return rejected(row, wrong.field(), wrong.value(), wrong.getMessage());
        }
    }

    /** How many 11-digit numbers have been converted so far. */
    long converted() {
        return converted;
    }

    private RowOutcome person(TableRow row, Msisdn msisdn, boolean old) throws WrongCell {
        String name = layout.cell(row.cells(), FULL_NAME);
        check(
                FULL_NAME,
                name,
                "Thiếu họ và tên (the name is missing)",
                "Họ và tên dài quá 200 ký tự (the name is over 200 characters)");
        List<String> path = unitPath(row);
        String attributes = attributes(row);
        if (attributes != null && attributes.length() > ATTRIBUTES_LENGTH) {
            return rejected(
                    row,
                    "row",
                    attributes,
                    "Các cột thêm dài quá 4000 ký tự; hãy bỏ bớt cột (the further columns are over 4000 characters)");
        }
        RowDetails details = details(row, path);
        if (!seen.add(msisdn)) {
            return new Repeated();
        }
        converted += old ? 1 : 0;
        return new Usable(new Person(msisdn, name, path.getLast(), attributes), details);
    }

    /** From the top of what the row names, the person's own unit last: {@code Sở A / Phòng B}. */
    private List<String> unitPath(TableRow row) throws WrongCell {
        String above = layout.cell(row.cells(), PARENT_UNIT);
        String own = layout.cell(row.cells(), UNIT);
        List<String> path = List.of((above.isEmpty() || own.isEmpty() ? own : above + LEVEL + own).split(LEVEL, -1));
        for (String unit : path) {
            check(
                    UNIT,
                    unit,
                    "Thiếu đơn vị (the unit is missing)",
                    "Tên đơn vị dài quá 200 ký tự (the unit is over 200 characters)");
        }
        units.add(path);
        return path;
    }

    private RowDetails details(TableRow row, List<String> path) throws WrongCell {
        if (path.size() == 1 && traits.hasNoColumns()) {
            return null;
        }
        return new RowDetails(row, path, traits.traits(row.cells()), traits.areas(row.cells()));
    }

    private static void check(RecipientColumn column, String text, String missing, String tooLong) throws WrongCell {
        if (text.isEmpty()) {
            throw new WrongCell(column, "", missing);
        }
        if (text.length() > NAME_LENGTH) {
            throw new WrongCell(column, text, tooLong);
        }
        if (text.charAt(0) == '#' && FORMULA_ERROR.matcher(text).matches()) {
            throw new WrongCell(
                    column,
                    text,
                    "Ô báo lỗi công thức; hãy nhập lại nội dung (the cell shows a formula's error: enter the text itself)");
        }
    }

    private String attributes(TableRow row) {
        if (layout.attributes().isEmpty()) {
            return null;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        layout.attributes().forEach((at, name) -> {
            String value = Wording.clean(row.cells().get(at));
            if (!value.isEmpty()) {
                attributes.putIfAbsent(name, value);
            }
        });
        return JSON.writeValueAsString(attributes);
    }

    static Rejected rejected(TableRow row, String field, String value, String reason) {
        return new Rejected(new ImportReject(row.number(), field, value, reason, RowCells.written(row.cells())));
    }
}
