package vn.canhbao.templates;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.canhbao.core.text.SmsText;

/**
 * A placeholder as declared beside its template: type, bounds, default.
 *
 * @param label what the author is asked for; {@code null}: its name
 * @param maxLength of a text, in characters; 40 where nothing is said
 * @param min of a number or an amount, or {@code null}
 * @param max of a number or an amount, or {@code null}
 * @param options of a choice
 * @param defaultValue where there is no value; {@code null}: a value is needed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Placeholder(
        String name,
        String label,
        PlaceholderType type,
        PlaceholderSource source,
        Integer maxLength,
        BigDecimal min,
        BigDecimal max,
        List<String> options,
        String defaultValue) {

    static final int USUAL_LENGTH = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final BigDecimal LARGEST = new BigDecimal("999999999999");

    public Placeholder {
        type = Objects.requireNonNullElse(type, PlaceholderType.TEXT);
        source = TemplateText.KNOWN.contains(name)
                ? PlaceholderSource.RECIPIENT
                : Objects.requireNonNullElse(source, PlaceholderSource.AUTHOR);
        options = options == null ? List.of() : List.copyOf(options);
    }

    /** One that nobody declared: a value of the recipient. */
    public static Placeholder ofRecipient(String name) {
        return new Placeholder(name, null, null, PlaceholderSource.RECIPIENT, null, null, null, null, null);
    }

    public String labelOrName() {
        return label == null || label.isBlank() ? name : label;
    }

    public int longestLength() {
        return maxLength == null ? USUAL_LENGTH : maxLength;
    }

    /** What is wrong with a value and how to mend it. */
    public Optional<String> problem(String value) {
        if (value.contains("{{") || value.contains("}}")) {
            return Optional.of("giá trị không được có {{ hay }} (no braces in a value)");
        }
        return switch (type) {
            case TEXT ->
                value.length() > longestLength()
                        ? Optional.of("dài " + value.length() + " ký tự, nhiều nhất " + longestLength()
                                + "; rút gọn (at most " + longestLength() + " characters)")
                        : Optional.empty();
            case CHOICE ->
                options.contains(value)
                        ? Optional.empty()
                        : Optional.of("chọn một trong: " + String.join(", ", options) + " (choose one of these)");
            case DATE ->
                day(value).isPresent()
                        ? Optional.empty()
                        : Optional.of("viết ngày như 2026-12-01 (a date as 2026-12-01)");
            case NUMBER, MONEY -> numberProblem(value);
        };
    }

    private Optional<String> numberProblem(String value) {
        Optional<BigDecimal> number = number(value);
        if (number.isEmpty()) {
            return Optional.of("viết số bằng chữ số, như 1500000 (digits only, as 1500000)");
        }
        BigDecimal least = min == null ? LARGEST.negate() : min;
        BigDecimal most = max == null ? LARGEST : max;
        return number.get().compareTo(least) < 0 || number.get().compareTo(most) > 0
                ? Optional.of("phải từ " + grouped(least) + " đến " + grouped(most) + " (from " + least.toPlainString()
                        + " to " + most.toPlainString() + ")")
                : Optional.empty();
    }

    /** A value without problem as it reads in a message. */
    public String asWritten(String value) {
        return switch (type) {
            case TEXT, CHOICE -> value;
            case DATE -> DAY.format(day(value).orElseThrow());
            case NUMBER -> grouped(number(value).orElseThrow());
            case MONEY -> grouped(number(value).orElseThrow()) + " đồng";
        };
    }

    /** The longest that may stand in a message, wide letters with accents in it. */
    public String longest() {
        return switch (type) {
            case TEXT -> "Ữ".repeat(longestLength());
            case DATE -> "30/12/2026";
            case CHOICE ->
                options.stream()
                        .max(Comparator.comparing(option -> SmsText.of(option).units()))
                        .orElse("");
            case NUMBER -> longestNumber();
            case MONEY -> longestNumber() + " đồng";
        };
    }

    private String longestNumber() {
        String least = grouped(min == null ? LARGEST.negate() : min);
        String most = grouped(max == null ? LARGEST : max);
        return least.length() > most.length() ? least : most;
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value.strip()));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> number(String value) {
        return value.strip().matches("-?[0-9]{1,15}([.][0-9]{1,6})?")
                ? Optional.of(new BigDecimal(value.strip()))
                : Optional.empty();
    }

    // Dots between thousands and a comma before decimals, as here.
    private static String grouped(BigDecimal number) {
        String[] digits = number.abs().toPlainString().split("[.]");
        String whole = digits[0].replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", ".");
        return (number.signum() < 0 ? "-" : "") + whole + (digits.length > 1 ? "," + digits[1] : "");
    }
}
