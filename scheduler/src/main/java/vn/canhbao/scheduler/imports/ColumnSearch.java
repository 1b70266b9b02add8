package vn.canhbao.scheduler.imports;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.canhbao.core.problem.FieldProblem;

/**
 * Looks for one of our columns in a header.
 *
 * @param from the first column that may be it
 * @param mapped the file's column as a person named it, or {@code null}
 */
record ColumnSearch(List<String> header, int from, RecipientColumn column, String mapped) {

    void find(Map<RecipientColumn, Integer> found, List<FieldProblem> problems) {
        if (mapped != null && mapped.isBlank()) {
            if (column.required()) {
                problems.add(missing());
            }
            return;
        }
        List<Integer> exact = matches(List.of(mapped == null ? column.key() : mapped));
        List<Integer> matches = mapped == null
                ? matches(Stream.concat(Stream.of(column.key()), column.names().stream())
                        .toList())
                : exact;
        if (exact.size() == 1 || matches.size() == 1) {
            found.put(column, exact.size() == 1 ? exact.getFirst() : matches.getFirst());
        } else if (!matches.isEmpty()) {
            problems.add(ambiguous(matches));
        } else if (position() >= from && position() < header.size()) {
            found.put(column, position());
        } else if (column.required() || mapped != null) {
            problems.add(missing());
        }
    }

    private List<Integer> matches(List<String> names) {
        List<String> folded = names.stream()
                .map(Wording::folded)
                .filter(name -> !name.isEmpty())
                .toList();
        return IntStream.range(from, header.size())
                .filter(at -> folded.contains(Wording.folded(header.get(at))))
                .boxed()
                .toList();
    }

    private int position() {
        return mapped != null && mapped.matches("#[1-9]\\d{0,3}") ? Integer.parseInt(mapped.substring(1)) - 1 : -1;
    }

    private FieldProblem missing() {
        String name = mapped == null || mapped.isBlank() ? column.key() : mapped;
        return new FieldProblem(
                mapped == null ? "file" : "mapping",
                "Thiếu cột " + name + "; dòng đầu của tệp có: "
                        + String.join(", ", header.subList(from, header.size()))
                        + ". Hãy xóa các dòng phía trên dòng tên cột, đặt tên cột là msisdn, full_name, unit hoặc Số điện thoại, Họ và tên, Đơn vị, hay chỉ rõ bằng mapping (column "
                        + name + " is missing: delete lines above the header, name the columns so, or give a mapping)");
    }

    private FieldProblem ambiguous(List<Integer> matches) {
        return new FieldProblem(
                mapped == null ? "file" : "mapping",
                "Nhiều cột có thể là " + column.key() + ": "
                        + matches.stream()
                                .map(at -> header.get(at) + " (#" + (at + 1) + ")")
                                .collect(Collectors.joining(", "))
                        + ". Hãy chỉ rõ bằng mapping hoặc đổi tên cột (several columns could be " + column.key()
                        + ": give a mapping or rename them)");
    }
}
