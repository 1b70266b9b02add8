package vn.canhbao.scheduler.imports;

import static vn.canhbao.scheduler.imports.RecipientColumn.FULL_NAME;
import static vn.canhbao.scheduler.imports.RecipientColumn.MSISDN;
import static vn.canhbao.scheduler.imports.RecipientColumn.UNIT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStream;
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
class RowCheck implements ItemProcessor<TableRow, RowOutcome>, ItemStream {

    /** Key of the number of 11-digit numbers converted, in the step's execution context. */
    static final String CONVERTED = "recipients.converted";

    private static final int NAME_LENGTH = 200;
    private static final int ATTRIBUTES_LENGTH = 4000;
    // What a spreadsheet shows where a formula went wrong; nobody is called so.
    private static final Pattern FORMULA_ERROR = Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileLayout layout;
    private final MsisdnParser parser;
    private final SeenNumbers seen = new SeenNumbers();
    private long converted;

    RowCheck(FileLayout layout, MsisdnParser parser) {
        this.layout = layout;
        this.parser = parser;
    }

    @Override
    public RowOutcome process(TableRow row) {
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
        return switch (parser.parse(written)) {
            case ParsedMsisdn.Refused(String reason) -> rejected(row, MSISDN.key(), written, reason);
            case ParsedMsisdn.Mobile(Msisdn msisdn, boolean old) -> person(row, msisdn, old);
        };
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(CONVERTED, converted);
    }

    private RowOutcome person(TableRow row, Msisdn msisdn, boolean old) {
        String name = layout.cell(row.cells(), FULL_NAME);
        String unit = layout.cell(row.cells(), UNIT);
        if (name.isEmpty()) {
            return rejected(row, FULL_NAME.key(), "", "Thiếu họ và tên (the name is missing)");
        }
        if (name.length() > NAME_LENGTH) {
            return rejected(
                    row, FULL_NAME.key(), name, "Họ và tên dài quá 200 ký tự (the name is over 200 characters)");
        }
        if (unit.isEmpty()) {
            return rejected(row, UNIT.key(), "", "Thiếu đơn vị (the unit is missing)");
        }
        if (unit.length() > NAME_LENGTH) {
            return rejected(row, UNIT.key(), unit, "Tên đơn vị dài quá 200 ký tự (the unit is over 200 characters)");
        }
        if (FORMULA_ERROR.matcher(name).matches() || FORMULA_ERROR.matcher(unit).matches()) {
            return rejected(
                    row,
                    FORMULA_ERROR.matcher(name).matches() ? FULL_NAME.key() : UNIT.key(),
                    name,
                    "Ô báo lỗi công thức; hãy nhập lại nội dung (the cell shows a formula's error: enter the text itself)");
        }
        String attributes = attributes(row);
        if (attributes != null && attributes.length() > ATTRIBUTES_LENGTH) {
            return rejected(
                    row,
                    "row",
                    attributes,
                    "Các cột thêm dài quá 4000 ký tự; hãy bỏ bớt cột (the further columns are over 4000 characters)");
        }
        if (!seen.add(msisdn)) {
            return new Repeated();
        }
        converted += old ? 1 : 0;
        return new Usable(new Person(msisdn, name, unit, attributes));
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

    private static Rejected rejected(TableRow row, String field, String value, String reason) {
        return new Rejected(new ImportReject(row.number(), field, value, reason, RowCells.written(row.cells())));
    }
}
