package vn.canhbao.core.recipient;

/** A Vietnamese mobile number, digits with the country code ({@code 84912345678}): the one form that we keep. */
public record Msisdn(String digits) {

    public Msisdn {
        if (!isOne(digits)) {
            throw new IllegalArgumentException("not a normalised Vietnamese mobile number: " + digits);
        }
    }

    /** Whether these are the digits of such a number. */
    public static boolean isOne(String digits) {
        return digits.matches("84[3-9]\\d{8}");
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
