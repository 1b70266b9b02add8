package vn.canhbao.scheduler.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;

/**
 * Which column of a file holds what.
 *
 * @param header the columns' names, cleaned
 * @param columns our columns, each with its position in the file from 0; optional ones may be missing
 * @param attributes further columns, position → name
 * @param problems why the file can't be imported so; empty where it can
 */
record FileLayout(
        List<String> header,
        Map<RecipientColumn, Integer> columns,
        Map<Integer, String> attributes,
        List<FieldProblem> problems) {

    /**
     * Finds our columns in a header.
     *
     * @param mapping our column → the file's, by its name or as {@code #3}, the third one; it wins over the known names,
     *     and an empty name says that the file has none
     */
    static FileLayout of(List<String> written, Map<String, String> mapping) {
        List<String> header = written.stream().map(Wording::clean).toList();
        int own = startsWithOurs(header) ? RecipientImporter.REJECT_COLUMNS.size() : 0;
        List<FieldProblem> problems = new ArrayList<>(unknown(mapping));
        Map<RecipientColumn, Integer> found = new EnumMap<>(RecipientColumn.class);
        for (RecipientColumn column : RecipientColumn.values()) {
            new ColumnSearch(header, own, column, mapping.get(column.key())).find(found, problems);
        }
        Map<Integer, String> attributes = IntStream.range(own, header.size())
                .filter(at -> !found.containsValue(at) && !header.get(at).isEmpty())
                .boxed()
                .collect(Collectors.toMap(at -> at, header::get, (a, b) -> a, TreeMap::new));
        return new FileLayout(header, found, attributes, List.copyOf(problems));
    }

    // The rows of our file of refused rows, corrected or not: what was wrong with them is no part of the list.
    private static boolean startsWithOurs(List<String> header) {
        List<String> ours = RecipientImporter.REJECT_COLUMNS;
        return header.size() > ours.size() && header.subList(0, ours.size()).equals(ours);
    }

    private static List<FieldProblem> unknown(Map<String, String> mapping) {
        return mapping.keySet().stream()
                .filter(key -> RecipientColumn.of(key).isEmpty())
                .map(key -> new FieldProblem(
                        "mapping",
                        "Không có cột " + key + "; chỉ dùng " + RecipientColumn.keys()
                                + " (no such column: only these)"))
                .toList();
    }

    /** This layout, or {@link InvalidInput} naming every column that is missing or in doubt. */
    FileLayout valid() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return this;
    }

    /** What a row has in one of our columns, cleaned; empty where the file has none. */
    String cell(List<String> cells, RecipientColumn column) {
        Integer at = columns.get(column);
        return at == null ? "" : Wording.clean(cells.get(at));
    }
}
