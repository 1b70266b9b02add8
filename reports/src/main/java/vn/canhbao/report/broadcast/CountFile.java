package vn.canhbao.report.broadcast;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.text.FormulaGuard;

/**
 * The operator's count as a CSV file: a heading, then a line an area: name, subscribers, sent, delivered, failed; comma or
 * semicolon between them. A line whose name begins with "tổng" is the operator's sum: it is compared, not added.
 */
public final class CountFile {

    private static final int COLUMNS = 5;

    private CountFile() {}

    /** The lines; {@link InvalidInput} names every line that can't be read. */
    public static List<AreaCount> read(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        String heading = text.lines().findFirst().orElse("");
        CSVFormat format = CSVFormat.EXCEL
                .builder()
                .setDelimiter(heading.contains(";") ? ';' : ',')
                .setIgnoreEmptyLines(true)
                .get();
        List<AreaCount> counts = new ArrayList<>();
        List<FieldProblem> problems = new ArrayList<>();
        AreaCount sum = null;
        try (var parser = format.parse(new StringReader(text))) {
            for (CSVRecord line : parser) {
                if (line.getRecordNumber() == 1) {
                    continue;
                }
                AreaCount count = count(line, problems);
                if (count != null
                        && count.area().toLowerCase(java.util.Locale.ROOT).startsWith("tổng")) {
                    sum = count;
                } else if (count != null) {
                    counts.add(count);
                }
            }
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException unreadable) {
            problems.add(new FieldProblem("file", "không đọc được tệp CSV (not a readable CSV file)"));
        }
        if (sum != null && !sum.equals(AreaCount.total(sum.area(), counts))) {
            problems.add(new FieldProblem(
                    "file", "dòng tổng không bằng tổng các dòng (the total line is not the sum of the others)"));
        }
        if (counts.isEmpty() && problems.isEmpty()) {
            problems.add(new FieldProblem(
                    "file", "không có dòng số liệu nào dưới dòng tiêu đề (no line below the heading)"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return counts;
    }

    private static AreaCount count(CSVRecord line, List<FieldProblem> problems) {
        String field = "line " + line.getRecordNumber();
        if (line.size() < COLUMNS) {
            problems.add(new FieldProblem(
                    field,
                    "cần 5 cột: khu vực, số thuê bao, đã gửi, thành công, không thành công (5 columns are needed)"));
            return null;
        }
        try {
            return new AreaCount(
                    FormulaGuard.plain(line.get(0).strip()),
                    number(line.get(1)),
                    number(line.get(2)),
                    number(line.get(3)),
                    number(line.get(4)));
        } catch (NumberFormatException word) {
            problems.add(
                    new FieldProblem(field, "cột 2 đến 5 phải là số nguyên (columns 2 to 5 must be whole numbers)"));
            return null;
        }
    }

    /** {@code 1234}, {@code 1.234}, {@code 1,234} or {@code 1 234}. */
    private static long number(String cell) {
        String text = cell.strip();
        return Long.parseLong(text.matches("\\d{1,3}([., \u00A0]\\d{3})+") ? text.replaceAll("\\D", "") : text);
    }
}
