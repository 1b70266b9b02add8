package vn.canhbao.gateway.link;

/** How an operator wants the destination address: we keep {@code 84912345678} and format it per link. */
public enum DestinationFormat {
    /** {@code 84912345678} */
    COUNTRY_CODE,
    /** {@code +84912345678} */
    PLUS,
    /** {@code 0912345678} */
    NATIONAL;

    public String of(String msisdn) {
        return switch (this) {
            case COUNTRY_CODE -> msisdn;
            case PLUS -> "+" + msisdn;
            case NATIONAL -> "0" + msisdn.substring(2);
        };
    }

    /** The number that an address of any of these forms means, as we keep it; anything else comes back trimmed. */
    public static String msisdn(String address) {
        String digits = address == null ? "" : address.strip().replaceFirst("^\\+", "").replaceFirst("^0084", "84");
        if (digits.length() == 10 && digits.startsWith("0")) {
            return "84" + digits.substring(1);
        }
        return digits;
    }
}
