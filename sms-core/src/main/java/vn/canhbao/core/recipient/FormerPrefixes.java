package vn.canhbao.core.recipient;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/**
 * The mobile numbers of 11 digits that became 10 on 15 September 2018: a new prefix for the old one, the last 7 digits
 * stay (operators' announcements of 2018).
 */
final class FormerPrefixes {

    private static final int OLD_PREFIX = 3;
    private static final int OLD_LENGTH = 10;

    // Without the leading 0; MobiFone and VinaPhone are not in order.
    private static final Map<String, String> NEW_BY_OLD = Map.ofEntries(
            entry("162", "32"),
            entry("163", "33"),
            entry("164", "34"),
            entry("165", "35"),
            entry("166", "36"),
            entry("167", "37"),
            entry("168", "38"),
            entry("169", "39"),
            entry("120", "70"),
            entry("121", "79"),
            entry("122", "77"),
            entry("126", "76"),
            entry("128", "78"),
            entry("123", "83"),
            entry("124", "84"),
            entry("125", "85"),
            entry("127", "81"),
            entry("129", "82"),
            entry("186", "56"),
            entry("188", "58"),
            entry("199", "59"));

    private FormerPrefixes() {}

    /** Today's national number (9 digits) of an old one (10 digits without the 0); empty for anything else. */
    static Optional<String> converted(String national) {
        if (national.length() != OLD_LENGTH) {
            return Optional.empty();
        }
        return Optional.ofNullable(NEW_BY_OLD.get(national.substring(0, OLD_PREFIX)))
                .map(prefix -> prefix + national.substring(OLD_PREFIX));
    }

    /** The national number (10 digits) that one of today was until 2018; empty where it was none. */
    static Optional<String> former(String national) {
        return NEW_BY_OLD.entrySet().stream()
                .filter(prefix -> national.startsWith(prefix.getValue()))
                .map(prefix -> prefix.getKey() + national.substring(2))
                .findFirst();
    }
}
