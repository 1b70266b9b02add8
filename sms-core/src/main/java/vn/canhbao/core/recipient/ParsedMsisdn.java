package vn.canhbao.core.recipient;

/** What a number as a person wrote it turned out to be. */
public sealed interface ParsedMsisdn {

    /**
     * A mobile number.
     *
     * @param converted it was an 11-digit number of before 15 September 2018, now with its new prefix
     */
    record Mobile(Msisdn msisdn, boolean converted) implements ParsedMsisdn {}

    /** No number that an SMS can reach; the reason is Vietnamese, then English, and says how to mend it. */
    record Refused(String reason) implements ParsedMsisdn {}
}
