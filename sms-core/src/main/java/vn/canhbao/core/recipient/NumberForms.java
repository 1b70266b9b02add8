package vn.canhbao.core.recipient;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every form in which a number may stand somewhere: as an address, or in what people wrote, before 2018 too. */
public final class NumberForms {

    /** Digits without the leading 0. */
    private static final int NATIONAL = 9;

    private static final String SEPARATORS = "[\\s\\p{Z}\\p{Cf}\\p{Pd}.()]*";

    private final List<String> nationals = new ArrayList<>();
    private final Pattern written;

    public NumberForms(Msisdn msisdn) {
        String national = msisdn.digits().substring(2);
        nationals.add(national);
        FormerPrefixes.former(national).ifPresent(nationals::add);
        written = Pattern.compile(nationals.stream()
                .map(digits -> "(?:\\+|00)?" + SEPARATORS + "(?:84)?" + SEPARATORS + "0?" + SEPARATORS
                        + digits.chars().mapToObj(Character::toString).collect(Collectors.joining(SEPARATORS)))
                .collect(Collectors.joining("|")));
    }

    /** National digits without the leading 0: today's, and those of before 15 September 2018 where it had others. */
    public List<String> nationals() {
        return List.copyOf(nationals);
    }

    /** As an SMSC may write the address: {@code 849…}, {@code +849…}, {@code 09…}, {@code 00849…}, {@code 9…}. */
    public List<String> addresses() {
        String national = nationals.getFirst();
        return List.of("84" + national, "+84" + national, "0" + national, "0084" + national, national);
    }

    /** The number that an address of one of these forms is, {@code 849…}; empty where it is none. */
    public static String digits(String address) {
        String bare = address.startsWith("+")
                ? address.substring(1)
                : address.startsWith("00") ? address.substring(2) : address;
        String digits =
                bare.startsWith("0") ? "84" + bare.substring(1) : bare.length() == NATIONAL ? "84" + bare : bare;
        return Msisdn.isOne(digits) ? digits : "";
    }

    /** Whether the text holds the number, whatever separates its digits. */
    public boolean isIn(String text) {
        return written.matcher(text).find();
    }

    /** The text with another word in the number's place. */
    public String replacedIn(String text, String word) {
        return written.matcher(text).replaceAll(word);
    }
}
