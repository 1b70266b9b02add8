package vn.canhbao.core.recipient;

/** A Vietnamese mobile number, digits with the country code ({@code 84912345678}): the one form that we keep. */
public record Msisdn(String digits) {

    private static final int LENGTH = 11;

    public Msisdn {
        if (!isOne(digits)) {
            throw new IllegalArgumentException("not a normalised Vietnamese mobile number: " + digits);
        }
    }

    /** Whether these are the digits of such a number. */
    public static boolean isOne(String digits) {
        return digits.length() == LENGTH
                && digits.startsWith("84")
                && digits.charAt(2) >= '3'
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** The number for pages and logs: {@code 8491***4567}. */
    public String masked() {
        return digits.substring(0, 4) + "***" + digits.substring(digits.length() - 4);
    }

    @Override
    public String toString() {
        return digits;
    }
}
