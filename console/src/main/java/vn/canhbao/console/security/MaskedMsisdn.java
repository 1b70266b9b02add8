package vn.canhbao.console.security;

import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much of a subscriber's number somebody sees, by the role that sees most: authors and administrators all of it,
 * approvers and heads of units enough to know it again, the supervising office nothing.
 */
public enum MaskedMsisdn {
    HIDDEN {
        @Override
        String mask(String national) {
            return DOTS;
        }
    },
    MASKED {
        @Override
        String mask(String national) {
            return national.substring(0, 4) + DOTS + national.substring(national.length() - 3);
        }
    },
    WHOLE {
        @Override
        String mask(String national) {
            return national;
        }
    };

    private static final String DOTS = "•••";

    /** Shorter ones are nobody's: 8188, 156, a brandname. */
    private static final int SHORTEST = 9;

    private static final Pattern IN_TEXT = Pattern.compile("(?<![\\d.])\\+?(?:84|0)[ .-]?\\d(?:[ .-]?\\d){7,9}(?!\\d)");

    abstract String mask(String national);

    /** The rule for somebody with these roles. */
    public static MaskedMsisdn forRoles(Set<Role> roles) {
        return roles.stream()
                .map(MaskedMsisdn::forRole)
                .max(Comparator.naturalOrder())
                .orElse(HIDDEN);
    }

    private static MaskedMsisdn forRole(Role role) {
        return switch (role) {
            case AUTHOR, ADMIN -> WHOLE;
            case APPROVER, UNIT_HEAD -> MASKED;
            case OFFICE -> HIDDEN;
        };
    }

    /**
     * The number as it may be shown: {@code 0912•••678} for 84912345678.
     *
     * @param msisdn digits with country code, or whatever else stands as an address; short codes and names stay
     */
    public String show(String msisdn) {
        if (msisdn == null
                || this == WHOLE
                || msisdn.chars().filter(Character::isDigit).count() < SHORTEST) {
            return msisdn;
        }
        String digits = msisdn.replaceAll("\\D", "");
        return mask(digits.startsWith("84") ? "0" + digits.substring(2) : digits);
    }

    /** A text that people wrote, with every number in it as it may be shown. */
    public String showIn(String text) {
        return text == null || this == WHOLE ? text : IN_TEXT.matcher(text).replaceAll(found -> show(found.group()));
    }
}
