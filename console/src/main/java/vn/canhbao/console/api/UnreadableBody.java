package vn.canhbao.console.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.canhbao.core.problem.FieldProblem;

/** Names the field of a JSON body that can't be read, and what may stand there. */
final class UnreadableBody {

    private UnreadableBody() {}

    static FieldProblem explain(HttpMessageNotReadableException unreadable) {
        return of(unreadable.getCause());
    }

    static FieldProblem of(Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                new FieldProblem(
                        path(unknown),
                        "không có trường này; các trường: "
                                + unknown.getKnownPropertyIds().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + " (no such field)");
            case InvalidFormatException wrong -> wrongValue(path(wrong), wrong.getValue(), wrong.getTargetType());
            case DatabindException wrong -> new FieldProblem(path(wrong), "sai kiểu dữ liệu (wrong type of value)");
            case StreamReadException malformed ->
                new FieldProblem(
                        "body",
                        "không phải JSON đúng ở dòng %d, cột %d (malformed JSON)"
                                .formatted(
                                        malformed.getLocation().getLineNr(),
                                        malformed.getLocation().getColumnNr()));
            case null, default -> new FieldProblem("body", "thiếu hoặc không đọc được (missing or unreadable)");
        };
    }

    /** A value that doesn't fit the type of its field. */
    static FieldProblem wrongValue(String field, Object value, Class<?> type) {
        return new FieldProblem(field, "không nhận \"" + value + "\"; " + expected(type) + " (value not allowed)");
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "sai kiểu dữ liệu";
        }
        if (type.isEnum()) {
            return "một trong: "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "OffsetDateTime" -> "thời điểm kèm múi giờ như 2026-12-01T08:00:00+07:00";
            case "LocalDate" -> "một ngày như 2027-02-06";
            case "Duration" -> "khoảng thời gian ISO 8601 như PT24H";
            case "long", "Long", "int", "Integer" -> "một số nguyên";
            case "boolean", "Boolean" -> "true hoặc false";
            default -> "kiểu " + type.getSimpleName();
        };
    }

    private static String path(DatabindException failure) {
        List<JacksonException.Reference> path = failure.getPath();
        StringBuilder written = new StringBuilder();
        for (JacksonException.Reference step : path) {
            if (step.getPropertyName() == null) {
                written.append('[').append(step.getIndex()).append(']');
            } else {
                written.append(written.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return written.isEmpty() ? "body" : written.toString();
    }
}
