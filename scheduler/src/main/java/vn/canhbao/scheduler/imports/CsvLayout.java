package vn.canhbao.scheduler.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;

/**
 * Which column of a file holds what.
 *
 * @param delimiter {@code ,} or {@code ;}
 * @param header the columns' names as written
 * @param msisdn position of the number's column, from 0; {@code fullName} and {@code unit} likewise
 * @param attributes further columns, position → name
 */
record CsvLayout(
        char delimiter, List<String> header, int msisdn, int fullName, int unit, Map<Integer, String> attributes) {

    /** Our columns, each with the names that people give it; {@link Wording#folded} makes case and accents equal. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "msisdn",
            List.of(
                    "msisdn",
                    "số điện thoại",
                    "điện thoại",
                    "sđt",
                    "số đt",
                    "đt",
                    "số di động",
                    "di động",
                    "số điện thoại di động",
                    "điện thoại di động",
                    "phone",
                    "phone number",
                    "mobile"),
            "full_name",
            List.of("full_name", "họ tên", "họ và tên", "họ và tên đầy đủ", "họ tên đầy đủ", "tên", "name"),
            "unit",
            List.of("unit", "đơn vị", "đơn vị công tác", "tên đơn vị", "phòng ban", "cơ quan"));

    /**
     * Finds our columns in a header.
     *
     * @param mapping our column → the file's column; wins over the known names
     * @throws InvalidInput naming every column that is missing or in doubt
     */
    static CsvLayout of(char delimiter, List<String> written, Map<String, String> mapping) {
        List<String> header = written.stream().map(Wording::clean).toList();
        refuseUnknown(mapping);
        Map<String, Integer> found = new TreeMap<>();
        List<FieldProblem> problems = Stream.of("msisdn", "full_name", "unit")
                .flatMap(column -> find(column, header, mapping, found).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        Map<Integer, String> attributes = IntStream.range(0, header.size())
                .filter(at -> !found.containsValue(at) && !header.get(at).isEmpty())
                .boxed()
                .collect(Collectors.toMap(at -> at, header::get, (a, b) -> a, TreeMap::new));
        return new CsvLayout(
                delimiter, header, found.get("msisdn"), found.get("full_name"), found.get("unit"), attributes);
    }

    private static List<FieldProblem> find(
            String column, List<String> header, Map<String, String> mapping, Map<String, Integer> found) {
        boolean mapped = mapping.containsKey(column);
        List<String> names = mapped ? List.of(mapping.get(column)) : NAMES.get(column);
        List<Integer> matches = matches(header, names);
        List<Integer> exact = matches(header, names.subList(0, 1));
        if (exact.size() == 1 || matches.size() == 1) {
            found.put(column, exact.size() == 1 ? exact.getFirst() : matches.getFirst());
            return List.of();
        }
        String there = String.join(", ", header);
        if (matches.isEmpty()) {
            return List.of(new FieldProblem(
                    mapped ? "mapping" : "file",
                    "Thiếu cột " + names.getFirst() + "; dòng đầu của tệp có: " + there
                            + ". Hãy đặt tên cột là msisdn, full_name, unit, hoặc Số điện thoại, Họ và tên, Đơn vị (column "
                            + names.getFirst() + " is missing: name the columns so, or give a mapping)"));
        }
        return List.of(new FieldProblem(
                mapped ? "mapping" : "file",
                "Nhiều cột có thể là " + column + ": "
                        + matches.stream().map(header::get).collect(Collectors.joining(", "))
                        + ". Hãy chỉ rõ bằng mapping hoặc đổi tên cột (several columns could be " + column
                        + ": give a mapping or rename them)"));
    }

    private static List<Integer> matches(List<String> header, List<String> names) {
        List<String> folded = names.stream().map(Wording::folded).toList();
        return IntStream.range(0, header.size())
                .filter(at -> folded.contains(Wording.folded(header.get(at))))
                .boxed()
                .toList();
    }

    private static void refuseUnknown(Map<String, String> mapping) {
        mapping.keySet().stream()
                .filter(column -> !NAMES.containsKey(column))
                .findFirst()
                .ifPresent(column -> {
                    throw InvalidInput.of(
                            "mapping",
                            "Không có cột " + column
                                    + "; chỉ dùng msisdn, full_name, unit (no such column: only msisdn, full_name, unit)");
                });
    }
}
