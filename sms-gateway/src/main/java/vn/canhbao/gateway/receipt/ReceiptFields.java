package vn.canhbao.gateway.receipt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The fields of a receipt's text (SMPP 3.4 Appendix B, "vendor specific"): any order, any letter case, any of them
 * missing. The first of each name counts, those before {@code text:} before those after it: behind it may stand a
 * quotation with an {@code id:} of its own.
 */
final class ReceiptFields {

    /** The names; of {@code sub}, {@code dlvrd} and the like only the presence matters. */
    enum Name {
        ID,
        SUB,
        DLVRD,
        SUBMIT_DATE,
        DONE_DATE,
        STAT,
        ERR,
        TEXT
    }

    private static final Pattern NAME = Pattern.compile(
            "(?<![\\p{Alnum}_])(id|sub|dlvrd|submit[ _]?date|done[ _]?date|status|stat|error|err|text)\\s*[:=]\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE_END = Pattern.compile("[\\s,;|]");

    private record Found(Name name, int start, int valueStart) {}

    private final Map<Name, String> values = new EnumMap<>(Name.class);

    ReceiptFields(String text) {
        List<Found> found = new ArrayList<>();
        var matcher = NAME.matcher(text);
        while (matcher.find()) {
            found.add(new Found(name(matcher.group(1)), matcher.start(), matcher.end()));
        }
        for (int i = 0; i < found.size(); i++) {
            int end = i + 1 < found.size() ? found.get(i + 1).start : text.length();
            values.putIfAbsent(
                    found.get(i).name,
                    text.substring(found.get(i).valueStart, end).strip());
        }
        if (found.isEmpty()) {
            byPosition(text);
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether it can hardly be anything but a receipt: an id, a state and one field more. */
    boolean looksLikeReceipt() {
        return values.containsKey(Name.ID)
                && values.containsKey(Name.STAT)
                && (values.containsKey(Name.SUB)
                        || values.containsKey(Name.DLVRD)
                        || values.containsKey(Name.SUBMIT_DATE)
                        || values.containsKey(Name.DONE_DATE)
                        || values.containsKey(Name.ERR));
    }

    /** The value up to the next name; {@code null} where it is missing or empty. */
    String whole(Name name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The value's first word; {@code null} where it is missing or empty. */
    String word(Name name) {
        String value = whole(name);
        String word = value == null ? "" : VALUE_END.split(value, 2)[0];
        return word.isEmpty() ? null : word;
    }

    // A Vodafone SMSC sends the values alone, comma-separated, in the order of Appendix B.
    private void byPosition(String text) {
        String[] fields = text.split(",", -1);
        for (int i = 1; i < fields.length; i++) {
            if (ReceiptWords.knows(fields[i].strip())) {
                values.put(Name.ID, fields[0].strip());
                values.put(Name.STAT, fields[i].strip());
                values.put(Name.DONE_DATE, fields[i - 1].strip());
                if (i + 1 < fields.length) {
                    values.put(Name.ERR, fields[i + 1].strip());
                }
                return;
            }
        }
    }

    private static Name name(String key) {
        return switch (key.toLowerCase(Locale.ROOT).charAt(0)) {
            case 'i' -> Name.ID;
            case 'e' -> Name.ERR;
            case 't' -> Name.TEXT;
            case 'd' -> key.length() > 5 ? Name.DONE_DATE : Name.DLVRD;
            default ->
                key.length() == 3
                        ? Name.SUB
                        : Character.toLowerCase(key.charAt(1)) == 't' ? Name.STAT : Name.SUBMIT_DATE;
        };
    }
}
